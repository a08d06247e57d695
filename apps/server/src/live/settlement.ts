import type { VisitorId } from '@vetrina/protocol/ids';
import type { ConversationChange } from '../conversations/changes.ts';
import type { Acknowledgement } from '../conversations/ports.ts';
import type { SayingOutcome } from '../conversations/settle.ts';
import { Turns } from './turns.ts';

/**
 * Runs the verbs of conversations and hands what they changed to the reactions, one after the other for each visitor. Whoever
 * asked is answered once it is committed, and does not wait for what follows from it.
 */
export class Settlement {
  /** Reactions included: a database may answer two requests in the other order than it took them. */
  readonly #turns = new Turns<VisitorId>();
  readonly #react: (change: ConversationChange) => Promise<void>;
  readonly #failed: (reason: unknown) => void;

  constructor(react: (change: ConversationChange) => Promise<void>, failed: (reason: unknown) => void) {
    this.#react = react;
    this.#failed = failed;
  }

  /** Says something, once. Rejects as the verb does, with nothing changed. */
  async say(visitor: VisitorId, verb: () => Promise<SayingOutcome>): Promise<Acknowledgement> {
    const { ack } = await this.#inTurn(visitor, verb);
    return ack;
  }

  /** Changes something; null: it was so already. */
  async change(visitor: VisitorId, verb: () => Promise<ConversationChange | null>): Promise<void> {
    await this.#inTurn(visitor, async () => ({ change: await verb() }));
  }

  /** Does something that may change a conversation, and answers what came of it. Rejects as the verb does. */
  act<Outcome extends { readonly change: ConversationChange | null }>(
    visitor: VisitorId,
    verb: () => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.#inTurn(visitor, verb);
  }

  /** Visitors with something under way. */
  get size(): number {
    return this.#turns.size;
  }

  #inTurn<Outcome extends { readonly change: ConversationChange | null }>(
    visitor: VisitorId,
    verb: () => Promise<Outcome>,
  ): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const work = async () => {
        let outcome: Outcome;
        try {
          outcome = await verb();
        } catch (reason) {
          reject(reason);
          return;
        }
        resolve(outcome);
        if (outcome.change !== null) await this.#react(outcome.change);
      };
      this.#turns.run(visitor, work).catch(this.#failed);
    });
  }
}
