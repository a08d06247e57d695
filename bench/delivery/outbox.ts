import { randomBytes } from 'node:crypto';
import type { MessageId } from '@vetrina/protocol/ids';

export interface Written {
  readonly id: MessageId;
  readonly text: string;
}

/**
 * What one person has written and nobody has acknowledged, as the boxes and the dashboard keep it: it outlives sockets and
 * pages, all tabs share it, and one message is under way at a time.
 */
export class Outbox {
  readonly #waiting: Written[] = [];
  /** In the order of writing: what the server promised to keep. */
  readonly acknowledged: Written[] = [];
  /** Texts that were refused for good: there must be none. */
  readonly refused: string[] = [];
  /** Who sends the first one now: one tab at a time, as by a web lock. */
  holder: unknown = null;

  write(text: string): void {
    this.#waiting.push({ id: randomBytes(16).toString('base64url') as MessageId, text });
  }

  get first(): Written | null {
    return this.#waiting[0] ?? null;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** True: that was the one under way. A second acknowledgement of the same says nothing new. */
  said(id: MessageId): boolean {
    if (this.#waiting[0]?.id !== id) return false;
    this.acknowledged.push(this.#waiting.shift() as Written);
    return true;
  }

  refuse(id: MessageId): void {
    if (this.#waiting[0]?.id === id) this.refused.push((this.#waiting.shift() as Written).text);
  }
}
