import { Counter, type Registry } from 'prom-client';
import type { CounterName, Counters } from './counters.ts';

const HELP: Readonly<Record<CounterName, string>> = {
  upgrades_refused: 'Sockets refused before the upgrade, by reason',
  sockets_opened: 'Sockets opened, by door',
  sockets_closed: 'Sockets closed by the server, by close code name',
  frames_accepted: 'Frames understood, by door',
  frames_refused: 'Frames refused, by fault',
  pages_dropped: 'Page views not recorded, by reason',
  problems_sent: 'Problem frames sent, by error code',
  rules_due: 'Automatic messages that pages said were due, by what became of them',
  pushes: 'Attempts at pushes to agents’ devices, by what became of them',
  http_cut: 'HTTP connections cut, by reason',
};

/** The doors' counters on one registry. Counted in plain numbers and read when asked: a frame costs a map entry. */
export function prometheusCounters(registry: Registry): Counters {
  const tallies = new Map<CounterName, Map<string, number>>();
  for (const name of Object.keys(HELP) as CounterName[]) {
    const tally = new Map<string, number>();
    tallies.set(name, tally);
    new Counter({
      name: `vetrina_${name}_total`,
      help: HELP[name],
      labelNames: ['label'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [label, count] of tally) this.inc({ label }, count);
      },
    });
  }
  return {
    count(name, label) {
      const tally = tallies.get(name);
      tally?.set(label, (tally.get(label) ?? 0) + 1);
    },
  };
}
