import type { MessageId } from '@vetrina/protocol/ids';

/** 128 random bits, as the protocol writes them. */
export function randomMessageId(): MessageId {
  const text = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') as MessageId;
}
