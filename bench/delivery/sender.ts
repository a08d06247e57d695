import type { Saying } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import type { Refused } from '@vetrina/protocol/messages/say';
import type { Outbox } from './outbox.ts';

/** Ms after which what was not answered is sent again: an answer may have been lost with nobody noticing. */
const RESEND = 3_000;

/** Sends one outbox's messages through one connection: the first until it is acknowledged, then the next (C3). */
export class Sender {
  readonly #outbox: Outbox;
  readonly #put: (id: MessageId, saying: Saying) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(outbox: Outbox, put: (id: MessageId, saying: Saying) => void) {
    this.#outbox = outbox;
    this.#put = put;
  }

  /** The connection is up, or something was written. */
  wake(): void {
    const { first } = this.#outbox;
    if (first === null || (this.#outbox.holder !== null && this.#outbox.holder !== this)) return;
    if (this.#outbox.holder === this && this.#timer !== undefined) return;
    this.#outbox.holder = this;
    this.#put(first.id, { kind: 'text', text: first.text });
    this.#timer = setTimeout(() => this.#again(), RESEND);
  }

  /** The connection is down: another tab may send. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#outbox.holder === this) this.#outbox.holder = null;
  }

  said(id: MessageId): void {
    if (this.#outbox.said(id)) this.#again();
  }

  refused({ id, retry }: Refused): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (retry) this.#timer = setTimeout(() => this.#again(), 250);
    else {
      this.#outbox.refuse(id);
      this.#again();
    }
  }

  #again(): void {
    this.rest();
    this.wake();
  }
}
