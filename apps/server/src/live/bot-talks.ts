import type { BotInput } from '@vetrina/domain/chatbots/bot-state';
import type { BotPending, Introduction } from '@vetrina/domain/chatbots/bot-turn';
import { entitled } from '@vetrina/domain/entitlements';
import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { AccountDirectory } from '../accounts/ports.ts';
import type { BotTalkLog, LanguageModel, Webhooks } from '../chatbots/ports.ts';
import { type BotLeave, takeBotTurn } from '../chatbots/take-bot-turn.ts';
import type { ConversationChange } from '../conversations/changes.ts';
import { changeOf } from '../conversations/settle.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { Turnstile } from '../platform/turnstile.ts';
import type { VisitorKey } from '../visitors/ports.ts';
import { type BotFactsParts, botFacts } from './bot-facts.ts';
import type { RuleContacts } from './rule-contacts.ts';
import type { Settlement } from './settlement.ts';

export interface BotTalksParts extends BotFactsParts {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'message'>;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly talks: BotTalkLog;
  readonly webhooks: Webhooks;
  readonly model: LanguageModel;
  readonly settlement: Settlement;
  readonly contacts: () => Pick<RuleContacts, 'greetingChanged'>;
  /** A bot learned who the visitor is (I1). */
  readonly introduce: (key: VisitorKey, said: Readonly<Record<string, string>>) => Promise<void>;
  readonly failed: (reason: unknown) => void;
}

/** Calls of one account to the outside at the same time; the others wait for their turn. */
const MOST_CALLS = 8;

/** A turn that failed, because the database is away, is taken again after this, then after twice as long, and so on, ms. */
const AGAIN = { first: 15_000, longest: 600_000 };

/**
 * A7: visitors' talks with chatbots. What a bot is at is in SQL, and changes in one transaction with what it says; here are only
 * the timers and calls that a talk waits for, which are taken up again after a restart.
 */
export class BotTalks {
  readonly #parts: BotTalksParts;
  /** Which pending thing is being waited for, so that nothing is asked twice. */
  readonly #waiting = new Map<VisitorId, { readonly what: string; readonly cancel: () => void }>();
  /** Each account has its own: nobody waits for another's slow server. */
  readonly #calls = new Map<AccountId, Turnstile>();
  #isOver = false;

  constructor(parts: BotTalksParts) {
    this.#parts = parts;
  }

  /** After a start: goes on with what was waited for when the last process ended, and answers what it left unanswered. */
  async resume(): Promise<void> {
    for (const { pending, ...key } of await this.#parts.talks.waitingTalks()) {
      if (pending === null) this.#goOn(key, 'said', null);
      else this.waitFor(key, pending);
    }
  }

  /** The visitor spoke in a conversation that a bot answers, or somebody of the team took over. */
  conversationChanged({ account, conversation, before, entries }: ConversationChange): void {
    const spoke = conversation.automated && entries.some(({ sender }) => sender.who === 'visitor');
    const isOver = before?.automated === true && !conversation.automated;
    if (!spoke && !isOver) return;
    // Behind this change, whose reactions are still under way.
    this.#goOn({ account, visitor: conversation.visitor }, 'said', null);
  }

  /** A talk waits for something from outside; null: only for its visitor. */
  waitFor(key: VisitorKey, pending: BotPending | null): void {
    const what = JSON.stringify(pending);
    const known = this.#waiting.get(key.visitor);
    if (known?.what === what) return;
    known?.cancel();
    this.#waiting.delete(key.visitor);
    if (pending === null) return;
    let isWanted = true;
    let cancelTimer = () => {};
    this.#waiting.set(key.visitor, {
      what,
      cancel: () => {
        isWanted = false;
        cancelTimer();
      },
    });
    const goOn = (input: BotInput) => {
      if (!isWanted) return;
      this.#waiting.delete(key.visitor);
      this.#goOn(key, what, input);
    };
    if (pending.do === 'wait') {
      const { clock } = this.#parts;
      cancelTimer = clock.after(Math.max(0, pending.until - clock.now()), () => goOn({ came: 'time' }));
    } else
      this.#callsOf(key.account)
        .pass(() => this.#ask(pending))
        .then(goOn, this.#parts.failed);
  }

  #callsOf(account: AccountId): Turnstile {
    const calls = this.#calls.get(account) ?? new Turnstile(MOST_CALLS);
    this.#calls.set(account, calls);
    return calls;
  }

  /** Talks that wait for the outside. */
  get size(): number {
    return this.#waiting.size;
  }

  stop(): void {
    this.#isOver = true;
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  async #ask(pending: Exclude<BotPending, { do: 'wait' }>): Promise<BotInput> {
    const { call } = pending;
    switch (pending.do) {
      case 'call-webhook': {
        const answer = await this.#parts.webhooks.call(pending.request);
        if (answer.outcome === 'failed') return { came: 'webhook-failed', call };
        return { came: 'webhook-answered', call, answers: answer.answers };
      }
      case 'ask-model': {
        const answer = await this.#parts.model.ask(pending.request);
        if (answer.outcome === 'failed') return { came: 'model-failed', call };
        return { came: 'model-answered', call, text: answer.text };
      }
    }
  }

  /** Nobody but a bot's visitor would notice that it is stuck. What comes twice changes nothing. */
  #goOn(key: VisitorKey, what: string, input: BotInput | null, after = AGAIN.first): void {
    this.#turn(key, input).catch((reason: unknown) => {
      this.#parts.failed(reason);
      if (this.#isOver || this.#waiting.has(key.visitor)) return;
      const cancel = this.#parts.clock.after(after, () => {
        this.#waiting.delete(key.visitor);
        this.#goOn(key, what, input, Math.min(2 * after, AGAIN.longest));
      });
      this.#waiting.set(key.visitor, { what, cancel });
    });
  }

  async #turn(key: VisitorKey, input: BotInput | null): Promise<void> {
    const account = await this.#parts.accounts.byId(key.account);
    if (account === null) return;
    const { turned } = await this.#parts.settlement.act(key.visitor, () => this.#act(account, key, input));
    if (turned === null) return;
    const { turn, contact } = turned;
    if (contact !== null) this.#parts.contacts().greetingChanged(key, contact);
    this.waitFor(key, turn.pending);
    await this.#introduce(key, turn.introductions);
  }

  async #act(account: Account, key: VisitorKey, input: BotInput | null) {
    const facts = await botFacts(this.#parts, account, key.visitor);
    const leave = leaveOf(account, facts);
    const turned = await takeBotTurn({ log: this.#parts.talks, ids: this.#parts.ids }, key, input, facts, leave);
    const written = turned?.written ?? null;
    return { turned, change: written === null ? null : changeOf(account.id, written, facts.at) };
  }

  async #introduce(key: VisitorKey, introductions: readonly Introduction[]): Promise<void> {
    if (introductions.length === 0) return;
    await this.#parts.introduce(key, Object.fromEntries(introductions.map(({ as, value }) => [as, value])));
  }
}

function leaveOf({ plan }: Account, { isBlocked }: { readonly isBlocked: boolean }): BotLeave {
  if (isBlocked) return 'blocked';
  return entitled(plan, 'chatbots') ? 'may-talk' : 'no-plan';
}
