import { setTimeout as pause } from 'node:timers/promises';
import type { AccountKey } from '@vetrina/protocol/ids';
import { type Generator, generator } from './child.ts';
import type { VisitorAnswer, VisitorRequest } from './load-messages.ts';

/** Visitors over several generator processes, numbered through. */
export interface Visitors {
  readonly count: number;
  /** Adds visitors until there are `count`; resolves when all of them were answered. @throws when they are not let in */
  growTo(count: number): Promise<void>;
  /** Every visitor views a page each `periodMs`. */
  browse(periodMs: number, forMs: number): Promise<VisitorAnswer>;
  status(): Promise<VisitorAnswer>;
  end(): Promise<void>;
}

/** A process' files are limited, and its loop must keep its schedule. */
const PER_PROCESS = 7_500;
const ARRIVALS_PER_SECOND = 600;
const ARRIVAL_LIMIT = 60_000;

function together(answers: readonly VisitorAnswer[]): VisitorAnswer {
  const sum = (field: keyof VisitorAnswer) => answers.reduce((total, answer) => total + answer[field], 0);
  return {
    connected: sum('connected'),
    sent: sum('sent'),
    sentByWatched: sum('sentByWatched'),
    refused: sum('refused'),
    loopDelay: Math.max(...answers.map(({ loopDelay }) => loopDelay)),
  };
}

/** Every generator process is given visitors in turn, so that all of them carry the same load. */
export function visitorsOn(url: string, key: AccountKey, most: number): Visitors {
  const processes: Generator<VisitorRequest, VisitorAnswer>[] = Array.from(
    { length: Math.max(1, Math.ceil(most / PER_PROCESS)) },
    () => generator('visitor-load.ts'),
  );
  const all = async (request: VisitorRequest) => together(await Promise.all(processes.map((one) => one.ask(request))));
  let count = 0;

  return {
    get count() {
      return count;
    },
    async growTo(wanted) {
      const each = Math.ceil((wanted - count) / processes.length);
      const perSecond = ARRIVALS_PER_SECOND / processes.length;
      await Promise.all(
        processes.map((one, index) =>
          one.ask({ do: 'connect', url, key, first: count + index * each, count: each, perSecond }),
        ),
      );
      count += each * processes.length;
      const until = performance.now() + ARRIVAL_LIMIT;
      for (;;) {
        const { connected, refused } = await all({ do: 'status' });
        if (connected >= count) return;
        if (performance.now() > until)
          throw new Error(`only ${connected} of ${count} visitors got in, ${refused} refused`);
        await pause(250);
      }
    },
    browse: (periodMs, forMs) => all({ do: 'browse', periodMs, forMs }),
    status: () => all({ do: 'status' }),
    async end() {
      await all({ do: 'leave' });
      await pause(500);
      for (const one of processes) one.end();
    },
  };
}
