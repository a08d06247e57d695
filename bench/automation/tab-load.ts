/** A generator process: many visitors with a page each on real sockets, driven by `TabRequest`s over the process channel. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { TabId } from '@vetrina/protocol/ids';
import type { Page } from '@vetrina/protocol/messages/page';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { helloOf } from '../crowd/hello.ts';
import { freshTab, type Person } from '../crowd/person.ts';
import { openVisitorSocket, type Site, type VisitorSocket } from '../crowd/visitor-socket.ts';
import { openLoop } from '../server/schedule.ts';
import { readFrame } from './read-frame.ts';
import { pageOf, shopper } from './shoppers.ts';
import type { TabAnswer, TabRequest } from './tab-messages.ts';

interface Visitor {
  readonly number: number;
  readonly person: Person;
  readonly tab: TabId;
  socket: VisitorSocket;
  page: Page;
  views: number;
  /** When its open report was meant to be sent; NaN: none is open. */
  reportedAt: number;
}

type Turns = Extract<TabRequest, { readonly periodMs: number }>;

const TICK = 2;
/** The histogram holds whole intervals, this one included, ms. */
const SAMPLED_EVERY = 5;
/** What was sent last still has to arrive, and answers are waited for so long, ms. */
const AFTERWARDS = 1_000;
const ANSWERED_WITHIN = 20_000;
const NOTHING_YET = { sent: 0, written: 0, held: 0, frames: 0, rules: 0, bytes: 0 };
const visitors: Visitor[] = [];
const delay = monitorEventLoopDelay({ resolution: SAMPLED_EVERY });
let site: Site | undefined;
let connected = 0;
let refused = 0;
let counts = { ...NOTHING_YET };
let delays: number[] = [];

function open(to: Site, { number, person, tab, page }: Omit<Visitor, 'socket'>, of: () => Visitor): VisitorSocket {
  const { random, identity } = { random: seededRandom(number + 200_000), identity: person.identity };
  const hello = (again: boolean) => {
    const frame = helloOf(person, tab, page, again);
    if (frame.visitor.as === 'counted' || identity === null) return frame;
    return { ...frame, visitor: { ...frame.visitor, identity } };
  };
  return openVisitorSocket(to, person, hello, random.next, {
    onOpen: () => {
      connected += 1;
    },
    onClose: () => {
      connected -= 1;
    },
    onEnd: () => {
      refused += 1;
    },
    onFrame: (text) => hear(of(), text),
  });
}

function hear(visitor: Visitor, text: string): void {
  const frame = readFrame(text);
  switch (frame.says) {
    case 'rules':
      counts.frames += 1;
      counts.rules += frame.rules;
      counts.bytes += frame.bytes;
      return;
    case 'written':
    case 'held':
      if (Number.isNaN(visitor.reportedAt)) return;
      counts[frame.says] += 1;
      delays.push(performance.now() - visitor.reportedAt);
      visitor.reportedAt = Number.NaN;
      return;
    case 'something-else':
      return;
  }
}

function arrive(to: Site, number: number): void {
  const person = shopper(number);
  const page = pageOf(to.url, number, person, 0);
  const tab = freshTab(seededRandom(number + 100_000));
  const facts = { ...{ number, person, tab, page, views: 0 }, reportedAt: Number.NaN };
  const visitor: Visitor = { ...facts, socket: open(to, facts, () => visitor) };
  visitors.push(visitor);
}

async function arrivals(request: Extract<TabRequest, { do: 'arrive' }>): Promise<void> {
  const { url, key, first, count, perSecond } = request;
  site = { url, key };
  const schedule = openLoop(count, (1_000 * count) / perSecond, performance.now());
  let joined = 0;
  while (joined < count) {
    for (const _ of schedule.due(performance.now())) {
      if (joined === count) return;
      arrive(site, first + joined);
      joined += 1;
    }
    await pause(TICK);
  }
}

/** One visitor's turn. */
function take(to: Site, request: Turns, visitor: Visitor, intended: number): void {
  counts.sent += 1;
  if (request.do === 'report') {
    visitor.reportedAt = intended;
    visitor.socket.send({ type: 'rule-due', rule: request.rule, page: visitor.page.id } satisfies FromVisitor);
    return;
  }
  visitor.views += 1;
  visitor.page = pageOf(to.url, visitor.number, visitor.person, visitor.views);
  if (request.do === 'navigate') {
    visitor.socket.send({ type: 'page-viewed', page: visitor.page } satisfies FromVisitor);
    return;
  }
  visitor.socket.leave();
  visitor.socket = open(to, visitor, () => visitor);
}

async function takeTurns(request: Turns): Promise<void> {
  if (site === undefined) throw new Error('nobody is here');
  const startsAt = performance.now();
  const schedule = openLoop(visitors.length, request.periodMs, startsAt);
  while (performance.now() < startsAt + request.forMs) {
    for (const { visitor: index, intended } of schedule.due(performance.now())) {
      const visitor = visitors[index];
      if (visitor !== undefined) take(site, request, visitor, intended);
    }
    await pause(TICK);
  }
  await pause(AFTERWARDS);
  const until = performance.now() + ANSWERED_WITHIN;
  while (visitors.some(({ reportedAt }) => !Number.isNaN(reportedAt)) && performance.now() < until) await pause(50);
}

async function answer(request: TabRequest): Promise<void> {
  if (request.do !== 'status') {
    counts = { ...NOTHING_YET };
    delays = [];
    delay.reset();
  }
  if (request.do === 'arrive') await arrivals(request);
  else if (request.do === 'leave') for (const { socket } of visitors.splice(0)) socket.leave();
  else if (request.do !== 'status') await takeTurns(request);
  const { frames, rules, bytes, ...others } = counts;
  const loopDelay = delay.percentile(99) / 1e6 - SAMPLED_EVERY;
  const told = { frames, rules, bytes };
  process.send?.({ connected, refused, ...others, told, delays, loopDelay } satisfies TabAnswer);
}

delay.enable();
process.on('message', (request) => {
  answer(request as TabRequest).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
