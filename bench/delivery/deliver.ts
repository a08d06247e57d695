import { join } from 'node:path';
import { entries as entriesAnswer } from '@vetrina/protocol/http/conversations';
import { startTestPostgres } from '@vetrina/testkit/postgres';
import { type SeededRandom, seededRandom } from '@vetrina/testkit/seeded-random';
import { startVetrina, type Vetrina } from '../server/vetrina.ts';
import { AgentTalker } from './agent-talker.ts';
import { judge, sum, type Verdict } from './judge.ts';
import type { Shown } from './shown-log.ts';
import { VisitorTalker } from './visitor-talker.ts';

export interface DeliveryOptions {
  readonly seed: number;
  /** Visitors, each with two tabs, and as many agents. */
  readonly pairs: number;
  readonly kills: number;
  /** Acknowledge before the commit, to see that the harness would notice. */
  readonly earlyAck: boolean;
  readonly postgres: boolean;
  /** Stops killing after so long, ms. */
  readonly atMostMs: number;
}

export interface Delivered {
  readonly acknowledged: number;
  readonly kills: number;
  readonly refused: number;
  readonly store: Verdict;
  readonly visitors: Verdict;
  readonly agents: Verdict;
}

interface Pair {
  readonly visitor: VisitorTalker;
  readonly agent: AgentTalker;
}

/** How long the server lives between two kills, ms: at random within. */
const LIFE = { least: 300, spread: 2_200 };
/** People write this often, ms. */
const WRITE_EVERY = 250;
/** Something happens to a socket this often, ms. */
const DISTURB_EVERY = 400;
/** Everything that waits is to be acknowledged, and shown, by so long after the last kill, ms. */
const CATCH_UP = 20_000;
const EARLY_ACK_SERVER = join(import.meta.dirname, 'early-ack-server.ts');

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One whole run. Everything random comes from the seed, but for when the machine gets round to things. */
export async function deliver(options: DeliveryOptions): Promise<Delivered> {
  const postgres = options.postgres ? await startTestPostgres(process.env) : null;
  const databaseUrl = postgres === null ? '' : await postgres.freshDatabase();
  const vetrina = await startVetrina({
    env: { DATABASE_URL: databaseUrl },
    ...(options.earlyAck && { entry: EARLY_ACK_SERVER }),
  });
  const random = seededRandom(options.seed);
  const pairs = Array.from({ length: options.pairs }, (_, nth) => pairOf(vetrina, nth, random));
  const stop = talk(pairs, random);
  try {
    const kills = await killAtRandom(vetrina, options, random);
    stop();
    await catchUp(pairs);
    return await verdict(vetrina, pairs, kills);
  } finally {
    stop();
    for (const { visitor, agent } of pairs) {
      visitor.close();
      agent.close();
    }
    await vetrina.end();
    await postgres?.stop();
  }
}

function pairOf(vetrina: Vetrina, nth: number, random: SeededRandom): Pair {
  const visitor = new VisitorTalker(vetrina, nth, random);
  const ticket = async () => (await vetrina.tickets(1))[0] ?? '';
  return { visitor, agent: new AgentTalker(vetrina.url, ticket, () => visitor.visitor, random) };
}

/** Everybody writes, and sockets end, until the answered function is called. */
function talk(pairs: readonly Pair[], random: SeededRandom): () => void {
  let written = 0;
  const writing = setInterval(() => {
    for (const { visitor, agent } of pairs) {
      // Nobody writes on and on while nothing is taken.
      for (const talker of [visitor, agent]) if (talker.outbox.size < 5) talker.write(`message ${++written}`);
    }
  }, WRITE_EVERY);
  const disturbing = setInterval(() => {
    const { visitor, agent } = random.pick(pairs);
    if (random.next() < 0.7) visitor.disturb();
    else agent.cut();
  }, DISTURB_EVERY);
  return () => {
    clearInterval(writing);
    clearInterval(disturbing);
  };
}

async function killAtRandom(vetrina: Vetrina, { kills, atMostMs }: DeliveryOptions, random: SeededRandom) {
  const until = Date.now() + atMostMs;
  let killed = 0;
  while (killed < kills && Date.now() < until) {
    await pause(LIFE.least + random.int(LIFE.spread));
    await vetrina.killAndRestart();
    killed += 1;
  }
  await pause(LIFE.spread);
  return killed;
}

/** Until every outbox is empty, and every screen has asked for what it lacks. */
async function catchUp(pairs: readonly Pair[]): Promise<void> {
  const until = Date.now() + CATCH_UP;
  const waits = () => pairs.some(({ visitor, agent }) => visitor.outbox.size + agent.outbox.size > 0);
  while (waits() && Date.now() < until) {
    for (const { visitor, agent } of pairs) {
      for (const tab of visitor.tabs) tab.wake();
      agent.wake();
    }
    await pause(200);
  }
  for (let round = 0; round < 3; round += 1) {
    for (const { visitor, agent } of pairs) {
      for (const tab of visitor.tabs) tab.resume();
      agent.resume();
    }
    await pause(700);
  }
}

async function verdict(vetrina: Vetrina, pairs: readonly Pair[], kills: number): Promise<Delivered> {
  const store: Verdict[] = [];
  const visitors: Verdict[] = [];
  const agents: Verdict[] = [];
  let acknowledged = 0;
  let refused = 0;
  for (const { visitor, agent } of pairs) {
    const kept = agent.conversation === null ? [] : await storedLog(vetrina, agent.conversation);
    for (const { outbox } of [visitor, agent]) {
      const texts = outbox.acknowledged.map(({ text }) => text);
      acknowledged += texts.length;
      refused += outbox.refused.length;
      store.push(judge(texts, kept));
      for (const { log } of visitor.tabs) visitors.push(judge(texts, log.entries));
      agents.push(judge(texts, agent.log.entries));
    }
  }
  return { acknowledged, kills, refused, store: sum(store), visitors: sum(visitors), agents: sum(agents) };
}

/** The whole log as the store has it, from its end. */
async function storedLog(vetrina: Vetrina, conversation: string): Promise<Shown[]> {
  let log: Shown[] = [];
  let before = 1_000_000_000;
  while (before > 1) {
    const answer = await vetrina.get(`/api/v1/conversations/${conversation}/entries?before=${before}`);
    const page = entriesAnswer.parse(answer).entries;
    if (page.length === 0) break;
    log = [...page.map(({ seq, body }) => ({ seq, text: body.kind === 'text' ? body.text : body.kind })), ...log];
    before = log[0]?.seq ?? 1;
  }
  return log;
}
