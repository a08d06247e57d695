import { restOf, timesForPage } from '@vetrina/domain/automation/for-page';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { AccountId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import type { RuleStore } from './ports.ts';

/** Calendars are worked out for pages a day ahead (`TIMES_AHEAD`), and anew this often, ms. */
const CALENDARS_EVERY = 3_600_000;
/** Another process may change an account's rules; its change is seen here this much later at most, ms. */
const FRESH = 30_000;

/** A rule that is switched on, worked out for pages. */
export interface LiveRule {
  readonly rule: Rule;
  /** Its place among those that are on. */
  readonly place: number;
  /** Its schedule as spans. */
  readonly times: Rule['logic']['schedule']['times'];
  /** What a page gets of it, as JSON: the same for everybody whom it concerns. */
  readonly text: string;
}

export interface OpenBook {
  /** All of the account, in its order. */
  readonly rules: readonly Rule[];
  /** Those that are on. */
  readonly live: readonly LiveRule[];
  /** Another number whenever pages have to be told anew. */
  readonly edition: number;
}

const CLOSED: OpenBook = { rules: [], live: [], edition: 0 };

interface Held {
  book: OpenBook;
  loaded: Promise<void>;
  loadedAt: number;
}

/** Every account's rules in memory, worked out once for all of its visitors. */
export class RuleBook {
  readonly #clock: Clock;
  readonly #store: Pick<RuleStore, 'rules'>;
  readonly #failed: (reason: unknown) => void;
  readonly #accounts = new Map<AccountId, Held>();
  readonly #stop: () => void;
  #edition = 0;
  #changed: (account: AccountId) => void = () => undefined;

  constructor(parts: { clock: Clock; store: Pick<RuleStore, 'rules'>; failed: (reason: unknown) => void }) {
    this.#clock = parts.clock;
    this.#store = parts.store;
    this.#failed = parts.failed;
    this.#stop = parts.clock.every(CALENDARS_EVERY, () => this.#renewCalendars());
  }

  /** One listener: pages of this account are to be told anew. */
  onChange(listener: (account: AccountId) => void): void {
    this.#changed = listener;
  }

  /** Makes `of` know. Waits only the first time. */
  ready(account: AccountId): Promise<void> {
    const held = this.#accounts.get(account);
    if (held === undefined) return this.#load(account);
    if (this.#clock.now() - held.loadedAt >= FRESH) this.#load(account).catch(this.#failed);
    return held.book === CLOSED ? held.loaded : Promise.resolve();
  }

  /** From memory; nothing before `ready`. */
  of(account: AccountId): OpenBook {
    return this.#accounts.get(account)?.book ?? CLOSED;
  }

  /** The account's rules were changed here: read again at once. */
  edited(account: AccountId): Promise<void> {
    return this.#load(account);
  }

  stop(): void {
    this.#stop();
  }

  #load(account: AccountId): Promise<void> {
    const held = this.#accounts.get(account) ?? { book: CLOSED, loaded: Promise.resolve(), loadedAt: 0 };
    held.loadedAt = this.#clock.now();
    const loaded: Promise<void> = this.#store.rules(account).then(
      (rules) => {
        // What was asked for before an edit may be answered after it.
        if (held.loaded === loaded) this.#open(account, held, rules);
      },
      (error: unknown) => {
        if (held.book === CLOSED) this.#accounts.delete(account);
        throw error;
      },
    );
    held.loaded = loaded;
    this.#accounts.set(account, held);
    return loaded;
  }

  #open(account: AccountId, held: Held, rules: readonly Rule[]): void {
    const known = held.book;
    if (known !== CLOSED && JSON.stringify(known.rules) === JSON.stringify(rules)) return;
    held.book = this.#bookOf(rules);
    if (known !== CLOSED || held.book.live.length > 0) this.#changed(account);
  }

  #bookOf(rules: readonly Rule[]): OpenBook {
    this.#edition += 1;
    const now = this.#clock.now();
    const live = rules.filter(({ isOn }) => isOn).map((rule, place) => liveRule(rule, place, now));
    return { rules, live, edition: this.#edition };
  }

  #renewCalendars(): void {
    for (const [account, held] of this.#accounts) {
      if (!held.book.live.some(({ rule }) => rule.logic.schedule.times !== null)) continue;
      held.book = this.#bookOf(held.book.rules);
      this.#changed(account);
    }
  }
}

function liveRule(rule: Rule, place: number, now: number): LiveRule {
  const times = timesForPage(rule.logic.schedule, now);
  return { rule, place, times, text: JSON.stringify({ id: rule.id, logic: restOf(rule.logic, times) }) };
}
