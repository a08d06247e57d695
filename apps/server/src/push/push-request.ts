import { createHash } from 'node:crypto';
import { encryptNotification } from '@block65/webcrypto-web-push';
import type { PushedNotification, PushPayload } from '@vetrina/protocol/push';
import { importJWK, SignJWT } from 'jose';
import type { PushKeys, PushRequest, PushSubscription } from './ports.ts';

/** What a push service does with a message while the phone is away (RFC 8030). */
interface Handling {
  /** Kept for so long, ms, and after that of no use. */
  readonly keptFor: number;
  readonly urgency: 'low' | 'normal' | 'high';
}

const HOUR = 3_600_000;

/** A phone that was off at night tells of a conversation in the morning; of somebody who came by, it says nothing. */
const HANDLING: Readonly<Record<PushPayload['kind'], Handling>> = {
  conversation: { keptFor: 12 * HOUR, urgency: 'high' },
  'visitors-came': { keptFor: 300_000, urgency: 'normal' },
  'view-entered': { keptFor: 600_000, urgency: 'normal' },
  test: { keptFor: 60_000, urgency: 'high' },
};

/** Ms since 1970 from which on nobody wants to hear of it any more. */
export const staleAt = ({ kind, at }: PushPayload): number => at + HANDLING[kind].keptFor;

/** A signature is good for so long, ms; RFC 8292 allows 24 hours. */
const SIGNED_FOR = 12 * HOUR;
/** RFC 8030 section 5.4. */
const LONGEST_TOPIC = 32;

export interface SenderParts {
  readonly keys: PushKeys;
  /** Whom the push service asks when something is wrong: `mailto:` or the server's address. */
  readonly subject: string;
}

/** Signed as this server's (RFC 8292), encrypted for this browser (RFC 8291), with what the push service has to know of it. */
export async function pushRequest(
  sender: SenderParts,
  { endpoint, keys }: Pick<PushSubscription, 'endpoint' | 'keys'>,
  payload: PushPayload,
  shown: PushedNotification,
  now: number,
): Promise<PushRequest> {
  const { urgency } = HANDLING[payload.kind];
  const text = new TextEncoder().encode(JSON.stringify(shown));
  return {
    endpoint,
    headers: {
      authorization: `vapid t=${await signature(sender, endpoint, now)}, k=${sender.keys.publicKey}`,
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(Math.max(0, Math.round((staleAt(payload) - now) / 1_000))),
      urgency,
      // A later one of the same topic takes the place of one that was not delivered. The service is not told what it is.
      topic: createHash('sha256').update(shown.tag).digest('base64url').slice(0, LONGEST_TOPIC),
    },
    body: await encryptNotification({ endpoint, keys, expirationTime: null }, text, { pad: false }),
  };
}

async function signature({ keys, subject }: SenderParts, endpoint: string, now: number): Promise<string> {
  const key = await importJWK(JSON.parse(keys.privateKey), 'ES256');
  return new SignJWT()
    .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
    .setAudience(new URL(endpoint).origin)
    .setSubject(subject)
    .setExpirationTime(Math.floor((now + SIGNED_FOR) / 1_000))
    .sign(key);
}
