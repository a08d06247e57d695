import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { entries as entriesAnswer } from '@vetrina/protocol/http/conversations';
import type { ConversationId } from '@vetrina/protocol/ids';
import { startTestPostgres } from '@vetrina/testkit/postgres';
import { type SeededRandom, seededRandom } from '@vetrina/testkit/seeded-random';
import { startVetrina, type Vetrina } from '../server/vetrina.ts';
import { judge, type Shown, sum, type Verdict } from './judge.ts';
import { conversationOf, type Pair, pairOf } from './pair.ts';
import type { Waiting } from './person.ts';
import { asShown } from './screen.ts';

export interface DeliveryOptions {
  readonly seed: number;
  /** Visitors and as many agents, each with two tabs. */
  readonly pairs: number;
  readonly kills: number;
  /** Acknowledge before the commit, to see that the harness would notice. */
  readonly earlyAck: boolean;
  readonly postgres: boolean;
  /** How long the server lives at most between two kills, ms: at random, and rather short than long. */
  readonly lifeMs: number;
  /** Stops killing after so long, ms. */
  readonly atMostMs: number;
}

export interface Delivered {
  readonly acknowledged: number;
  readonly linesCut: number;
  readonly pagesLeft: number;
  readonly kills: number;
  readonly refused: number;
  /** Whose messages are still not acknowledged, or shown or kept as if they were not, when everybody had time to catch up. */
  readonly waiting: readonly Waiting[];
  readonly store: Verdict;
  readonly visitors: Verdict;
  readonly agents: Verdict;
}

/** How long the server lives at least, ms. */
const SHORTEST_LIFE = 200;
/** People write this often, ms. */
const WRITE_EVERY = 400;
/** Nobody writes on and on while so many wait. */
const PATIENCE = 5;
/** Something happens to a line or a page this often, ms. */
const DISTURB_EVERY = 150;
/** Everything that waits is to be acknowledged by so long after the last kill, ms: the longest that a line waits, and an answer. */
const CATCH_UP = 60_000;
/** Then everything is to be shown within, ms: a beat that tells of a gap, and an answer. */
const SHOW = 45_000;
/** A look at a tab takes so long, ms. */
const LOOK = 500;
/** A page that was left is followed by the next within, ms. */
const PAGES_ARE_THERE = 500;
const EARLY_ACK_SERVER = join(import.meta.dirname, 'early-ack-server.ts');

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const everybodyOf = (pairs: readonly Pair[]) => pairs.flatMap(({ visitor, agent }) => [visitor, agent]);
const spokenIn = ({ visitor, agent }: Pair) => [...visitor.ledger.acknowledged(), ...agent.ledger.acknowledged()];

/** One whole run. Everything random comes from the seed, but for when the machine gets round to things. */
export async function deliver(options: DeliveryOptions): Promise<Delivered> {
  const postgres = options.postgres ? await startTestPostgres(process.env) : null;
  if (options.postgres && postgres === null) throw new Error('there is no PostgreSQL to test on');
  const databaseUrl = postgres === null ? '' : await postgres.freshDatabase();
  const vetrina = await startVetrina({
    env: { DATABASE_URL: databaseUrl },
    ...(options.earlyAck && { entry: EARLY_ACK_SERVER }),
  });
  const random = seededRandom(options.seed);
  const pairs = Array.from({ length: options.pairs }, (_, nth) => pairOf(vetrina, nth, random));
  const hush = talk(pairs, random);
  try {
    const kills = await killAtRandom(vetrina, options, random);
    hush();
    await pause(PAGES_ARE_THERE);
    await untilAnswered(pairs);
    return { kills, ...(await verdict(vetrina, pairs)) };
  } finally {
    hush();
    for (const person of everybodyOf(pairs)) person.end();
    await vetrina.end();
    await postgres?.stop();
  }
}

/** Everybody writes, lines are cut and pages left, until the answered function is called. */
function talk(pairs: readonly Pair[], random: SeededRandom): () => void {
  let written = 0;
  const writing = setInterval(() => {
    for (const person of everybodyOf(pairs)) {
      if (person.ledger.unanswered().length < PATIENCE && random.next() < 0.8) person.write(`message ${++written}`);
    }
  }, WRITE_EVERY);
  const disturbing = setInterval(() => random.pick(everybodyOf(pairs)).disturb(), DISTURB_EVERY);
  return () => {
    clearInterval(writing);
    clearInterval(disturbing);
  };
}

async function killAtRandom(vetrina: Vetrina, { kills, lifeMs, atMostMs }: DeliveryOptions, random: SeededRandom) {
  const until = Date.now() + atMostMs;
  let killed = 0;
  while (killed < kills && Date.now() < until) {
    await pause(SHORTEST_LIFE + random.next() ** 2 * (lifeMs - SHORTEST_LIFE));
    await vetrina.killAndRestart();
    killed += 1;
  }
  return killed;
}

/** Those who still wait look at one of their tabs after the other, until nobody does or their time is up. */
async function untilAnswered(pairs: readonly Pair[]): Promise<void> {
  const until = Date.now() + CATCH_UP;
  for (;;) {
    const waiting = everybodyOf(pairs).filter((person) => !person.isDone());
    if (waiting.length === 0 || Date.now() > until) return;
    for (const person of waiting) person.turn();
    await pause(LOOK);
  }
}

async function verdict(vetrina: Vetrina, pairs: readonly Pair[]) {
  const kept = await Promise.all(pairs.map((pair) => storedLog(vetrina, conversationOf(pair))));
  const store = pairs.map((pair, nth) => judge(spokenIn(pair), kept[nth] ?? []));
  await untilShown(pairs, store);
  const judged = (person: 'visitor' | 'agent') =>
    sum(pairs.flatMap((pair) => pair[person].screens.map((screen) => judge(spokenIn(pair), screen.shown()))));
  const people = everybodyOf(pairs);
  return {
    acknowledged: pairs.flatMap((pair) => spokenIn(pair).flat()).length,
    linesCut: total(people.map(({ troubles }) => troubles.linesCut)),
    pagesLeft: total(people.map(({ troubles }) => troubles.pagesLeft)),
    refused: total(people.map(({ ledger }) => ledger.refusals)),
    waiting: (await Promise.all(people.map((person) => person.waiting()))).filter((waiting) => waiting !== null),
    ...{ store: sum(store), visitors: judged('visitor'), agents: judged('agent') },
  };
}

/** Every screen is looked at and scrolled up to its beginning, until it shows all that is kept or its time is up. */
async function untilShown(pairs: readonly Pair[], store: readonly Verdict[]): Promise<void> {
  const until = Date.now() + SHOW;
  const behind = (pair: Pair, nth: number) =>
    everybodyOf([pair]).filter(({ screens }) =>
      screens.some((screen) => judge(spokenIn(pair), screen.shown()).lost !== store[nth]?.lost),
    );
  for (;;) {
    const all = pairs.flatMap(behind);
    if (all.length === 0 || Date.now() > until) return;
    for (const person of all) {
      person.turn();
      for (const screen of person.screens) screen.readBack();
    }
    await pause(LOOK);
  }
}

/** The whole log as the store has it, from its end. */
async function storedLog(vetrina: Vetrina, conversation: ConversationId | null): Promise<Shown[]> {
  let log: Shown[] = [];
  let before = conversation === null ? 0 : 1_000_000_000;
  while (before > 1) {
    const answer = await vetrina.get(`/api/v1/conversations/${conversation}/entries?before=${before}`);
    const page = entriesAnswer.parse(answer).entries;
    if (page.length === 0) break;
    log = [...page.map(asShown), ...log];
    before = log[0]?.seq ?? 1;
  }
  return log;
}
