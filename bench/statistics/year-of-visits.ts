import type { AccountId, AccountKey, AgentId, VisitorId } from '@vetrina/protocol/ids';
import { FRESH_ACCOUNT } from '../../apps/server/src/accounts/make-account.ts';
import { Dice } from '../../apps/server/src/demo/dice.ts';
import { pastTalk } from '../../apps/server/src/demo/past-talks.ts';
import { type DemoVisit, pastVisits } from '../../apps/server/src/demo/past-visits.ts';
import { createAccountStore } from '../../apps/server/src/store/account-store.ts';
import type { Database } from '../../apps/server/src/store/database.ts';
import { createDemoPast } from '../../apps/server/src/store/demo-past.ts';
import { saveJournal } from '../../apps/server/src/store/save-journal.ts';
import { createVisitorStore } from '../../apps/server/src/store/visitor-store.ts';

export const ACCOUNT = `ac${'Y'.repeat(22)}` as AccountId;
export const AGENT = `ag${'Y'.repeat(22)}` as AgentId;

const DAY = 86_400_000;
/** Days made at once: a year of visits does not fit the memory of a small machine. */
const PART = 28;
/** Visits in one transaction. */
const CHUNK = 2_000;
/** Of the visits, those that became a conversation. */
const TALKING = 0.066;

export interface Filled {
  readonly visits: number;
  readonly pageViews: number;
  readonly conversations: number;
}

/** An account with `days` days behind it, `aDay` visits on each, written as visits and conversations are. */
export async function fillYear(database: Database, now: number, days: number, aDay: number): Promise<Filled> {
  await createAccountStore(database).create({
    account: { ...FRESH_ACCOUNT, id: ACCOUNT, key: 'y'.repeat(32) as AccountKey, name: 'A year', plan: 'PRO' },
    owner: {
      user: 'bench',
      agent: { id: AGENT, name: 'Anna', email: 'anna@example.com', role: 'owner', photo: null },
    },
    ...{ at: now, mustBeFirst: false },
  });
  const dice = new Dice(1);
  const talking = new Set<VisitorId>();
  const sum = { visits: 0, pageViews: 0, conversations: 0 };
  for (let back = days - PART; back >= 0; back -= PART) {
    const visits = pastVisits(dice, ACCOUNT, now - back * DAY, PART - 1, aDay);
    for (let at = 0; at < visits.length; at += CHUNK) {
      const chunk = visits.slice(at, at + CHUNK);
      sum.visits += chunk.length;
      sum.pageViews += chunk.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'page-viewed').length;
      sum.conversations += await save(database, dice, talking, chunk);
    }
  }
  return sum;
}

/** @returns how many of the visits became conversations */
async function save(
  database: Database,
  dice: Dice,
  talking: Set<VisitorId>,
  visits: readonly DemoVisit[],
): Promise<number> {
  await createVisitorStore(database).admit(visits.map(({ key, startedAt }) => ({ ...key, at: startedAt })));
  await saveJournal(
    database,
    visits.flatMap(({ entries }) => entries),
  );
  const talks = visits.flatMap((visit) => {
    // One conversation each: a second one would have to continue the first.
    if (talking.has(visit.key.visitor) || dice.next() > TALKING) return [];
    talking.add(visit.key.visitor);
    return [pastTalk(dice, visit, [AGENT])];
  });
  await createDemoPast(database).addTalks(ACCOUNT, talks, [AGENT]);
  return talks.length;
}
