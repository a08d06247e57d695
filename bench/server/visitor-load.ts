/** A generator process: many visitors on real sockets, driven by `VisitorRequest`s over the process channel. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { FromVisitor } from '@vetrina/protocol/from-visitor';
import type { PageViewId } from '@vetrina/protocol/ids';
import type { Page } from '@vetrina/protocol/messages/page';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { helloOf } from '../crowd/hello.ts';
import { freshTab, makePerson, type Person } from '../crowd/person.ts';
import { openVisitorSocket, type VisitorSocket } from '../crowd/visitor-socket.ts';
import { type VisitorAnswer, type VisitorRequest, watchWord } from './load-messages.ts';
import { openLoop } from './schedule.ts';
import { stampedTitle } from './stamp.ts';

interface Visitor {
  readonly number: number;
  readonly watched: boolean;
  readonly socket: VisitorSocket;
  page: Page;
  views: number;
}

const TICK = 2;
/** The histogram holds whole intervals, this one included, ms. */
const SAMPLED_EVERY = 5;
const visitors: Visitor[] = [];
const delay = monitorEventLoopDelay({ resolution: SAMPLED_EVERY });
let base = '';
let connected = 0;
let refused = 0;
let sent = 0;
let sentByWatched = 0;

function pageOf(number: number, views: number, intended: number): Page {
  const shelf = watchWord(number) ?? 'shop';
  return {
    id: `${number.toString(36).padStart(5, '0')}-${views.toString(36).padStart(5, '0')}` as PageViewId,
    url: `${base}/demo/${shelf}/lamps`,
    title: stampedTitle(number, intended),
  };
}

function shopper(number: number): Person {
  const random = seededRandom(number + 1);
  return {
    ...makePerson(random),
    kind: 'shopper',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0',
  };
}

function join({ url, key }: Extract<VisitorRequest, { do: 'connect' }>, number: number): void {
  const random = seededRandom(number + 100_000);
  const person = shopper(number);
  const tab = freshTab(random);
  const page = pageOf(number, 0, 0);
  const socket = openVisitorSocket(
    { url, key },
    person,
    (again) => helloOf(person, tab, visitor.page, again),
    random.next,
    {
      onOpen: () => {
        connected += 1;
      },
      onClose: () => {
        connected -= 1;
      },
      onEnd: () => {
        refused += 1;
      },
    },
  );
  const visitor: Visitor = { number, watched: watchWord(number) !== null, socket, page, views: 0 };
  visitors.push(visitor);
}

async function connect(request: Extract<VisitorRequest, { do: 'connect' }>): Promise<void> {
  base = request.url;
  const startsAt = performance.now();
  let joined = 0;
  while (joined < request.count) {
    const due = Math.min(request.count, Math.ceil(((performance.now() - startsAt) * request.perSecond) / 1_000));
    while (joined < due) {
      join(request, request.first + joined);
      joined += 1;
    }
    await pause(TICK);
  }
}

async function browse({ periodMs, forMs }: Extract<VisitorRequest, { do: 'browse' }>): Promise<void> {
  sent = 0;
  sentByWatched = 0;
  delay.reset();
  const startsAt = Date.now();
  const schedule = openLoop(visitors.length, periodMs, startsAt);
  while (Date.now() < startsAt + forMs) {
    for (const { visitor: index, intended } of schedule.due(Date.now())) {
      const visitor = visitors[index];
      if (!visitor) continue;
      visitor.views += 1;
      visitor.page = pageOf(visitor.number, visitor.views, intended);
      visitor.socket.send({ type: 'page-viewed', page: visitor.page } satisfies FromVisitor);
      sent += 1;
      if (visitor.watched) sentByWatched += 1;
    }
    await pause(TICK);
  }
}

async function answer(request: VisitorRequest): Promise<void> {
  if (request.do === 'connect') await connect(request);
  if (request.do === 'browse') await browse(request);
  if (request.do === 'leave') for (const { socket } of visitors.splice(0)) socket.leave();
  const loopDelay = delay.percentile(99) / 1e6 - SAMPLED_EVERY;
  process.send?.({ connected, sent, sentByWatched, refused, loopDelay } satisfies VisitorAnswer);
}

delay.enable();
process.on('message', (request) => void answer(request as VisitorRequest));
process.on('disconnect', () => process.exit(0));
