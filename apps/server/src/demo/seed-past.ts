import type { Plan } from '@vetrina/protocol/http/account';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { JournalEntry, VisitorKey, VisitorStore } from '../visitors/ports.ts';
import { Dice } from './dice.ts';
import { type DemoTalk, pastTalk } from './past-talks.ts';
import { pastVisits } from './past-visits.ts';

/** What the demo writes its past with. */
export interface PastParts {
  readonly visitors: Pick<VisitorStore, 'admit'>;
  saveJournal(entries: readonly JournalEntry[]): Promise<unknown>;
  /** Is there anything of this account's yet? */
  isEmpty(account: AccountId): Promise<boolean>;
  /** As they are, all over and read by these. */
  addTalks(account: AccountId, talks: readonly DemoTalk[], readBy: readonly AgentId[]): Promise<void>;
}

export interface DemoPeople {
  readonly plan: Plan;
  readonly account: AccountId;
  readonly agents: readonly AgentId[];
}

/** Eight weeks: four to look at, and four to compare them with. */
const DAYS = 56;
/** Visits a day. FREE has no statistics to look at. */
const BUSY: Readonly<Record<Plan, number>> = { FREE: 0, STANDARD: 9, PRO: 34 };
const TALKS_SHARE = 0.09;

/**
 * Gives the demo's accounts weeks of visits and conversations, so that statistics, earlier visits and resolved conversations
 * have something to show. Written into the tables at once: nobody hears of what is long over. Once, into an empty account.
 */
export async function seedPast(parts: PastParts, people: readonly DemoPeople[], now: number): Promise<void> {
  for (const { plan, account, agents } of people) {
    if (BUSY[plan] === 0 || !(await parts.isEmpty(account))) continue;
    const dice = new Dice(plan.length);
    const visits = pastVisits(dice, account, now, DAYS, BUSY[plan]);
    await parts.visitors.admit(visits.map(({ key, startedAt }) => ({ ...key, at: startedAt })));
    await parts.saveJournal(visits.flatMap(({ entries }) => entries));
    const talking = new Set<VisitorKey['visitor']>();
    const talks = visits.flatMap((visit) => {
      // One conversation each: a second one would have to continue the first.
      if (talking.has(visit.key.visitor) || dice.next() > TALKS_SHARE) return [];
      talking.add(visit.key.visitor);
      return [pastTalk(dice, visit, agents)];
    });
    await parts.addTalks(account, talks, agents);
  }
}
