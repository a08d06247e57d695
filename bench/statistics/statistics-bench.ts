/**
 * What the statistics page waits for in a shop with a year of 300,000 visits behind it, on both databases.
 * `node bench/statistics/statistics-bench.ts [--quick] [--out=file.md]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { clockStretches } from '@vetrina/domain/statistics/calendar';
import { periodOf } from '@vetrina/domain/statistics/period';
import { startTestPostgres } from '@vetrina/testkit/postgres';
import { silentLog } from '../../apps/server/src/platform/log.ts';
import { type Database, openDatabase } from '../../apps/server/src/store/database.ts';
import { createStatisticsStore } from '../../apps/server/src/store/statistics-store.ts';
import { report } from '../report.ts';
import type { Measurement } from '../table.ts';
import { ACCOUNT, AGENT, type Filled, fillYear } from './year-of-visits.ts';

const ZONE = 'Europe/Rome';
const DAY = 86_400_000;
const ROUNDS = 5;
const SPANS = [
  ['today', 1],
  ['28 days, beside the 28 before', 28],
  ['52 weeks', 364],
] as const;

const isQuick = argv.includes('--quick');
const aDay = isQuick ? 80 : 820;
// The middle of a day: a whole one is not over yet.
const now = Math.floor(Date.now() / DAY) * DAY + DAY / 2;

/** The shortest of several, ms: other work on the machine only ever adds. */
async function shortest(ask: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await ask();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function measure(name: string, database: Database): Promise<{ rows: Measurement[]; filled: Filled }> {
  console.log(`${name}: a year is written`);
  const start = performance.now();
  const filled = await fillYear(database, now, 364, aDay);
  console.log(`${name}: ${filled.visits} visits in ${Math.round((performance.now() - start) / 1_000)} s`);
  const statistics = createStatisticsStore(database);
  const date = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const rows: Measurement[] = [];
  for (const [what, days] of SPANS) {
    const period = periodOf({ from: date(now - (days - 1) * DAY), to: date(now), zone: ZONE }, now);
    const ms = await shortest(() =>
      statistics.read({
        scope: { account: ACCOUNT, groups: [], agent: AGENT },
        ...{ now: period.now, before: period.before, missedBefore: now, agents: 'everyone' },
        clock: clockStretches(ZONE, period.now.from, period.now.end),
      }),
    );
    rows.push({ what: `${name}: ${what}`, value: ms, unit: 'ms' });
  }
  return { rows, filled };
}

const folder = mkdtempSync(join(tmpdir(), 'vetrina-statistics-'));
const postgres = await startTestPostgres(process.env);
try {
  const places = [
    ['embedded', { kind: 'folder', folder }],
    ...(postgres ? [['PostgreSQL', { kind: 'postgres', url: await postgres.freshDatabase() }] as const] : []),
  ] as const;
  const rows: Measurement[] = [];
  let filled: Filled = { visits: 0, pageViews: 0, conversations: 0 };
  for (const [name, place] of places) {
    const database = await openDatabase(place, silentLog);
    const measured = await measure(name, database);
    rows.push(...measured.rows);
    filled = measured.filled;
    await database.close();
  }
  const number = (value: number): string => value.toLocaleString('en-GB');
  report({
    title: 'Statistics',
    about: `One account with a year behind it: ${number(filled.visits)} visits, ${number(filled.pageViews)} page views, ${number(filled.conversations)} conversations. Everything the page is made of, counted when it is asked for ([decision 13](decisions/0013-statistics-are-counted-when-asked.md)); best of ${ROUNDS}, by the clock. PostgreSQL as Debian sets it up, without having been told to gather its own statistics.`,
    rows,
  });
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
