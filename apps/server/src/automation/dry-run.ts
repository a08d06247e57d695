import type { Contact } from '@vetrina/domain/automation/contact-budget';
import { type PastRule, type Replayed, replay } from '@vetrina/domain/automation/replay';
import { spansOf } from '@vetrina/domain/automation/schedule';
import type { Rule, RuleDraft } from '@vetrina/protocol/automation/rule';
import type { DryRun } from '@vetrina/protocol/http/automation';
import type { AccountId, RuleId, VisitorId } from '@vetrina/protocol/ids';
import type { Breathe } from '../platform/turns.ts';
import type { PastPlace, PastVisits, StoredPastVisit } from './ports.ts';

const HOUR = 3_600_000;
const DAYS = 7;
/** Visits that are gone through at most; of more, the newest. */
const MOST_VISITS = 50_000;
/** Read at a time. */
const CHUNK = 400;
const SAMPLE = 20;

export interface DryRunParts {
  readonly past: PastVisits;
  readonly breathe: Breathe;
  /** T1: may whoever asks see these visitors? All are counted; others are not named. */
  readonly sees: (visitor: StoredPastVisit) => boolean;
}

/** The rule that is tried, and the others that are on, in the account's order. */
export interface Tried {
  readonly id: RuleId;
  readonly rules: readonly Rule[];
}

/** Lays the draft into the account's rules: in the place of the one it replaces, or behind all. Those that are off take no part. */
export function rulesToTry(rules: readonly Rule[], draft: RuleDraft, replaces: RuleId | null, fresh: RuleId): Tried {
  const id = replaces ?? fresh;
  const tried: Rule = { ...draft, id, isOn: true, preset: null, createdAt: 0, changedAt: 0 };
  const placed = rules.map((rule) => (rule.id === id ? tried : rule)).filter(({ isOn }) => isOn);
  return { id, rules: placed.includes(tried) ? placed : [...placed, tried] };
}

/** A5: what the rule would have done in the last seven days, beside those that are on. */
export async function dryRun(
  { past, breathe, sees }: DryRunParts,
  account: AccountId,
  { id, rules }: Tried,
  now: number,
): Promise<DryRun> {
  const until = Math.ceil(now / HOUR) * HOUR;
  const wanted = until - DAYS * 24 * HOUR;
  const horizon = await past.horizon(account, wanted, MOST_VISITS);
  const from = Math.floor(horizon / HOUR) * HOUR;
  const stretch = { from: horizon, until: now };
  const tally = new Tally({ rule: id, from, until, sees });
  const replayed = rules.map((rule) => pastRule(rule, from, until));
  let after: PastPlace | null = null;
  let before: { readonly visitor: VisitorId; readonly contacts: readonly Contact[] } | null = null;
  for (;;) {
    const visits: readonly StoredPastVisit[] = await past.pastVisits(account, stretch, after, CHUNK);
    for (const visit of visits) {
      const known: readonly Contact[] = before?.visitor === visit.visitor ? before.contacts : [];
      const { events, contacts } = replay(visit, replayed, known);
      before = { visitor: visit.visitor, contacts };
      tally.count(visit, events);
    }
    const last = visits.at(-1);
    if (last === undefined || visits.length < CHUNK) break;
    after = { visitor: last.visitor, startedAt: last.startedAt };
    await breathe();
  }
  return { ...tally.result(), partial: horizon > wanted };
}

/** Calendars are worked out for the whole time once. */
function pastRule(rule: Rule, from: number, until: number): PastRule {
  const { times } = rule.logic.schedule;
  const spans = times?.by === 'calendar' ? { by: 'spans' as const, list: spansOf(times, from, until) } : times;
  return { ...rule, logic: { ...rule.logic, schedule: { ...rule.logic.schedule, times: spans } } };
}

/** Counts what happens while visits go by. */
class Tally {
  readonly #rule: RuleId;
  readonly #from: number;
  readonly #until: number;
  readonly #sees: DryRunParts['sees'];
  readonly #hours: { sent: number; perhaps: number }[];
  readonly #held = new Map<string, DryRun['held'][number]>();
  readonly #visitors = new Set<VisitorId>();
  readonly #people = new Set<VisitorId>();
  #sample: DryRun['sample'] = [];
  #visits = 0;
  #messages = 0;
  #perhaps = 0;

  constructor({
    rule,
    from,
    until,
    sees,
  }: Pick<DryRunParts, 'sees'> & { readonly rule: RuleId; readonly from: number; readonly until: number }) {
    this.#rule = rule;
    this.#from = from;
    this.#until = until;
    this.#sees = sees;
    this.#hours = Array.from({ length: Math.round((until - from) / HOUR) }, () => ({ sent: 0, perhaps: 0 }));
  }

  count(visit: StoredPastVisit, events: readonly Replayed[]): void {
    this.#visits += 1;
    this.#visitors.add(visit.visitor);
    for (const event of events) if (event.rule === this.#rule) this.#countEvent(visit, event);
  }

  result(): Omit<DryRun, 'partial'> {
    return {
      ...{ from: this.#from, until: this.#until, visits: this.#visits, visitors: this.#visitors.size },
      ...{ people: this.#people.size, messages: this.#messages, perhaps: this.#perhaps },
      hours: this.#hours,
      held: [...this.#held.values()].sort((a, b) => b.times - a.times),
      sample: this.#sample,
    };
  }

  #countEvent(visit: StoredPastVisit, event: Replayed): void {
    if (event.came === 'held') {
      const key = `${event.because} ${event.by}`;
      const known = this.#held.get(key) ?? { because: event.because, by: event.by, times: 0 };
      this.#held.set(key, { ...known, times: known.times + 1 });
      return;
    }
    const hour = this.#hours[Math.floor((event.at - this.#from) / HOUR)];
    if (event.came === 'sent') {
      this.#messages += 1;
      this.#people.add(visit.visitor);
      if (hour !== undefined) hour.sent += 1;
    } else {
      this.#perhaps += 1;
      if (hour !== undefined) hour.perhaps += 1;
    }
    this.#keep(visit, event);
  }

  /** The newest ones. */
  #keep(visit: StoredPastVisit, event: Replayed): void {
    const page = visit.pages.find(({ id }) => id === event.page);
    if (page === undefined || !this.#sees(visit)) return;
    const one = {
      ...{ visitor: visit.somebody, at: event.at, sure: event.came === 'sent' },
      page: { url: page.address, title: page.title },
    };
    this.#sample = [...this.#sample, one].sort((a, b) => b.at - a.at).slice(0, SAMPLE);
  }
}
