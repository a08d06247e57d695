import type { Sign, SocketEnv, WireEvents } from './socket-env.ts';

/** A wire as the far end sees it. */
export interface FakeWire extends WireEvents {
  readonly address: string;
  readonly sent: string[];
  /** True once the client let go of it. */
  isClosed(): boolean;
}

/** For tests: a world whose time moves when told, whose draws are given, and whose wires the test holds. */
export interface FakeSocketEnv extends SocketEnv {
  readonly wires: FakeWire[];
  /** The newest wire; throws when nothing was dialled. */
  wire(): FakeWire;
  /** Moves both the wall clock and the timers. */
  pass(ms: number): void;
  /** Moves the wall clock only, as sleep does. */
  sleep(ms: number): void;
  sign(sign: Sign): void;
  /** Next draws of `random`; the last one stays. */
  draw: number;
  /** Makes the next `connect` throw. */
  refuse: boolean;
  pendingTimers(): number;
  watchers(): number;
}

export function fakeSocketEnv(): FakeSocketEnv {
  /** Wall clock and timer clock part ways when the machine sleeps. */
  let wall = 1_700_000_000_000;
  let ticks = 0;
  const timers = new Set<{ at: number; task: () => void }>();
  const reports = new Set<(sign: Sign) => void>();
  const wires: FakeWire[] = [];

  const runDue = (until: number): void => {
    for (;;) {
      const due = [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) return;
      timers.delete(due);
      wall += due.at - ticks;
      ticks = due.at;
      due.task();
    }
  };

  const env: FakeSocketEnv = {
    wires,
    draw: 0.5,
    refuse: false,
    wire() {
      const last = wires.at(-1);
      if (!last) throw new Error('nothing was dialled');
      return last;
    },
    connect(address, events) {
      if (env.refuse) throw new Error('refused by the page');
      let closed = false;
      const sent: string[] = [];
      wires.push({ ...events, address, sent, isClosed: () => closed });
      return {
        send: (text) => sent.push(text),
        close() {
          closed = true;
        },
      };
    },
    now: () => wall,
    later(task, ms) {
      const timer = { at: ticks + ms, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    random: () => env.draw,
    watch(report) {
      reports.add(report);
      return () => reports.delete(report);
    },
    pass(ms) {
      const until = ticks + ms;
      runDue(until);
      wall += until - ticks;
      ticks = until;
    },
    sleep(ms) {
      wall += ms;
    },
    sign(sign) {
      for (const report of [...reports]) report(sign);
    },
    pendingTimers: () => timers.size,
    watchers: () => reports.size,
  };
  return env;
}
