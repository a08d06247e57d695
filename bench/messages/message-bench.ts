/**
 * How long a message is on its way between visitor and agent while 2,000 visitors browse, beside a bare `ws` echo under
 * the same crowd. `node bench/messages/message-bench.ts [--quick] [--out=file.md]`
 */

import { join } from 'node:path';
import { argv } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { accountKey } from '@vetrina/protocol/ids';
import { report } from '../report.ts';
import { startServer } from '../server/child.ts';
import { visitorsOn } from '../server/crowd-of.ts';
import { percentile } from '../server/percentile.ts';
import { startVetrina } from '../server/vetrina.ts';
import { atLeast, atMost, type Measurement } from '../table.ts';
import { measureEcho } from './echo.ts';
import { beginTalk, type Talk } from './talk.ts';

const QUICK = argv.includes('--quick');
const VISITORS = QUICK ? 500 : 2_000;
const TALKS = 20;
/** Each talk exchanges this often, ms: people who type fast. */
const EXCHANGE_EVERY = 3_000;
const TALK_FOR = QUICK ? 12_000 : 60_000;
const PAGE_EVERY = 20_000;
/** What was said last still has to arrive. */
const AFTERWARDS = 2_000;
const BARE = join(import.meta.dirname, '../server/bare-server.ts');

interface Talked {
  readonly toAgent: number[];
  readonly toVisitor: number[];
  readonly acknowledged: number[];
  /** First messages, of all talks in one moment. */
  readonly begun: number[];
  /** Exchanges that did not come through. */
  readonly missing: number;
  readonly exchanges: number;
}

async function talkInTurn(talks: readonly Talk[]): Promise<number> {
  const until = performance.now() + TALK_FOR;
  let exchanges = 0;
  while (performance.now() < until) {
    talks[exchanges % talks.length]?.exchange();
    exchanges += 1;
    await pause(EXCHANGE_EVERY / talks.length);
  }
  return exchanges;
}

async function measureVetrina(): Promise<Talked> {
  const vetrina = await startVetrina();
  const crowd = visitorsOn(vetrina.url, vetrina.key, VISITORS);
  try {
    await crowd.growTo(VISITORS);
    const tickets = await vetrina.tickets(TALKS);
    const talks = await Promise.all(tickets.map((ticket, number) => beginTalk(vetrina, ticket, number)));
    const [exchanges] = await Promise.all([talkInTurn(talks), crowd.browse(PAGE_EVERY, TALK_FOR)]);
    await pause(AFTERWARDS);
    const missing = talks.reduce((sum, { open }) => sum + open, 0);
    for (const talk of talks) talk.end();
    return {
      toAgent: talks.flatMap(({ toAgent }) => toAgent),
      toVisitor: talks.flatMap(({ toVisitor }) => toVisitor),
      acknowledged: talks.flatMap(({ acknowledged }) => acknowledged),
      begun: talks.flatMap(({ begun }) => begun),
      ...{ missing, exchanges },
    };
  } finally {
    await crowd.end().catch(() => undefined);
    await vetrina.end();
  }
}

async function measureBare(): Promise<number[]> {
  const bare = await startServer(BARE, [], {});
  const crowd = visitorsOn(bare.url, accountKey.parse('bareserverasksfornokeyatall'), VISITORS);
  try {
    await crowd.growTo(VISITORS);
    const [delays] = await Promise.all([
      measureEcho(bare.url, EXCHANGE_EVERY / TALKS, TALK_FOR),
      crowd.browse(PAGE_EVERY, TALK_FOR),
    ]);
    return delays;
  } finally {
    await crowd.end().catch(() => undefined);
    await bare.stop();
  }
}

function rows(talked: Talked, echo: number[]): Measurement[] {
  const row = (what: string, delays: number[], share: number, most?: number): Measurement => ({
    ...{
      what: `${what}, ${share === 1 ? 'slowest' : `p${share * 100}`}`,
      value: percentile(delays, share),
      unit: 'ms',
    },
    ...(most !== undefined && { target: atMost(most) }),
    baseline: { what: 'bare ws echo', value: percentile(echo, share) },
  });
  return [
    row('visitor says → on the agent’s screen', talked.toAgent, 0.5),
    row('visitor says → on the agent’s screen', talked.toAgent, 0.99, 300),
    row('agent says → on the visitor’s page', talked.toVisitor, 0.5),
    row('agent says → on the visitor’s page', talked.toVisitor, 0.99, 300),
    row('visitor says → acknowledged, saved for good', talked.acknowledged, 0.99),
    row(`${TALKS} visitors begin in one moment → acknowledged`, talked.begun, 1),
    {
      what: `exchanges that came through, of ${talked.exchanges}`,
      value: (100 * (talked.exchanges - talked.missing)) / talked.exchanges,
      unit: '%',
      target: atLeast(100),
    },
  ];
}

const echo = await measureBare();
const talked = await measureVetrina();
const people = VISITORS.toLocaleString('en-GB');
report({
  title: `Messages, ${people} visitors connected`,
  about: `One server process on the embedded database, each message committed with a synchronous write before it is passed
on. ${people} visitors view a page every 20 s; ${TALKS} of them talk to an agent each, ${Math.round((1_000 * TALKS) / EXCHANGE_EVERY)} exchanges a second in all.
Beside it the round trip of a bare \`ws\` echo that carries the same crowd and saves nothing.`,
  rows: rows(talked, echo),
});
