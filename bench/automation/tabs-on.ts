import { setTimeout as pause } from 'node:timers/promises';
import type { AccountKey, RuleId } from '@vetrina/protocol/ids';
import { type Generator, generator } from '../server/child.ts';
import type { TabAnswer, TabRequest } from './tab-messages.ts';

/** Visitors with a page each, over several generator processes. */
export interface Tabs {
  readonly count: number;
  /** @throws when they are not let in within a minute */
  arrive(): Promise<TabAnswer>;
  /** Each visitor sees another page once per `periodMs`. @throws when not all of them are connected a minute later */
  view(how: 'navigate' | 'load', periodMs: number, forMs: number): Promise<TabAnswer>;
  /** Visitors say in turn, `perSecond` of them together, that the moment of a rule has come. */
  report(rule: RuleId, perSecond: number, forMs: number): Promise<TabAnswer>;
  end(): Promise<void>;
}

const PROCESSES = 2;
const ARRIVALS_PER_SECOND = 250;
const CONNECTED_WITHIN = 60_000;

/** What several processes answered, as if they were one. */
export function together(answers: readonly TabAnswer[]): TabAnswer {
  const sum = (of: (answer: TabAnswer) => number) => answers.reduce((total, answer) => total + of(answer), 0);
  return {
    connected: sum((answer) => answer.connected),
    refused: sum((answer) => answer.refused),
    sent: sum((answer) => answer.sent),
    told: {
      frames: sum(({ told }) => told.frames),
      rules: sum(({ told }) => told.rules),
      bytes: sum(({ told }) => told.bytes),
    },
    written: sum((answer) => answer.written),
    held: sum((answer) => answer.held),
    delays: answers.flatMap((answer) => answer.delays),
    loopDelay: Math.max(...answers.map((answer) => answer.loopDelay)),
  };
}

/** @param count even; they have the numbers from `from` on */
export function tabsOn(url: string, key: AccountKey, count: number, from = 0): Tabs {
  const processes = Array.from(
    { length: PROCESSES },
    (): Generator<TabRequest, TabAnswer> => generator('../automation/tab-load.ts'),
  );
  const each = count / PROCESSES;
  const all = async (request: TabRequest) => together(await Promise.all(processes.map((one) => one.ask(request))));
  const everybodyHere = async (): Promise<TabAnswer> => {
    const until = performance.now() + CONNECTED_WITHIN;
    for (;;) {
      const answer = await all({ do: 'status' });
      if (answer.connected >= count) return answer;
      if (performance.now() > until)
        throw new Error(`only ${answer.connected} of ${count} visitors got in, ${answer.refused} refused`);
      await pause(250);
    }
  };
  return {
    count,
    async arrive() {
      const site = { do: 'arrive', url, key, count: each, perSecond: ARRIVALS_PER_SECOND / PROCESSES } as const;
      await Promise.all(processes.map((one, index) => one.ask({ ...site, first: from + index * each })));
      return everybodyHere();
    },
    async view(how, periodMs, forMs) {
      await all({ do: how, periodMs, forMs });
      return everybodyHere();
    },
    report: (rule, perSecond, forMs) => all({ do: 'report', rule, periodMs: (1_000 * count) / perSecond, forMs }),
    async end() {
      await all({ do: 'leave' });
      await pause(500);
      for (const one of processes) one.end();
    },
  };
}
