import type { MessageId } from '@vetrina/protocol/ids';
import { conversationEntry, conversationFollowed } from '@vetrina/protocol/messages/follow-conversation';
import { refused, said } from '@vetrina/protocol/messages/say';

interface Written {
  readonly id: MessageId;
  readonly text: string;
  /** Within which the order is the order of writing. */
  readonly voice: number;
}

/** What one person wrote, in the order of writing, and what the server answered to it on any of their lines. */
export class Ledger {
  readonly #written: Written[] = [];
  readonly #said = new Set<MessageId>();
  readonly #refused = new Set<MessageId>();

  wrote(id: MessageId, text: string, voice: number): void {
    this.#written.push({ id, text, voice });
  }

  /** Every frame that reaches one of the person's pages. */
  overhear(frame: string): void {
    const told: unknown = JSON.parse(frame);
    const ack = said.safeParse(told);
    if (ack.success) this.#said.add(ack.data.id);
    for (const id of shownIn(told)) this.#said.add(id);
    const refusal = refused.safeParse(told);
    if (refusal.success && !refusal.data.retry) this.#refused.add(refusal.data.id);
  }

  /** What the server promised to keep: a list for each voice. */
  acknowledged(): string[][] {
    const voices = Map.groupBy(
      this.#written.filter(({ id }) => this.#said.has(id)),
      ({ voice }) => voice,
    );
    return [...voices.values()].map((written) => written.map(({ text }) => text));
  }

  /** Neither acknowledged nor refused for good. */
  unanswered(): MessageId[] {
    return this.#written.map(({ id }) => id).filter((id) => !this.#said.has(id) && !this.#refused.has(id));
  }

  get refusals(): number {
    return this.#refused.size;
  }
}

/** A dashboard that is shown an entry has its acknowledgement by that, should the other have been lost with its line. */
function shownIn(told: unknown): readonly MessageId[] {
  const entry = conversationEntry.safeParse(told);
  if (entry.success) return [entry.data.entry.id];
  const followed = conversationFollowed.safeParse(told);
  return followed.data?.found?.entries.map(({ id }) => id) ?? [];
}
