/**
 * Visitors and agents talk while the server is killed at random moments, sockets are cut and pages change in mid-send;
 * then what was acknowledged is compared with what the store holds and what every screen shows (C3).
 * `node bench/delivery/delivery-bench.ts [--quick] [--early-ack] [--postgres] [--kills=n] [--minutes=n] [--seed=n] [--out=file.md]`
 */
import { argv } from 'node:process';
import { report } from '../report.ts';
import { atLeast, atMost, type Measurement } from '../table.ts';
import { deliver } from './deliver.ts';
import { isFaultless, type Verdict } from './judge.ts';

const QUICK = argv.includes('--quick');
const EARLY = argv.includes('--early-ack');

const numberOf = (name: string, otherwise: number): number => {
  const given = argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1];
  return given === undefined ? otherwise : Number(given);
};

const seed = numberOf('seed', Date.now() % 1_000_000);
const delivered = await deliver({
  seed,
  pairs: QUICK ? 8 : 20,
  kills: numberOf('kills', QUICK ? 12 : 110),
  earlyAck: EARLY,
  postgres: argv.includes('--postgres'),
  // Three quarters of what the whole may take; the rest is for catching up.
  atMostMs: QUICK ? 50_000 : numberOf('minutes', 7) * 60_000,
});

const rows: Measurement[] = [
  {
    what: 'messages acknowledged',
    value: delivered.acknowledged,
    unit: '',
    ...(!QUICK && { target: atLeast(10_000) }),
  },
  {
    what: 'times the server was killed (SIGKILL)',
    value: delivered.kills,
    unit: '',
    ...(!QUICK && { target: atLeast(100) }),
  },
  { what: 'refused for good', value: delivered.refused, unit: '', target: atMost(0) },
  ...rowsOf('in the store', delivered.store),
  ...rowsOf('on visitors’ tabs', delivered.visitors),
  ...rowsOf('on agents’ screens', delivered.agents),
];

function rowsOf(where: string, { lost, doubled, reordered }: Verdict): Measurement[] {
  return Object.entries({ lost, doubled, reordered }).map(([what, value]) => ({
    ...{ what: `${what} ${where}`, value, unit: '' },
    target: atMost(0),
  }));
}

report({
  title: 'Messages delivered',
  about: `Visitors with two tabs and agents write to each other through durable outboxes while the server is killed at random
moments, sockets are cut and pages change in mid-send. Then everything that was acknowledged is looked for in the store and
on every screen. Seed ${seed}${EARLY ? '; the server acknowledges before it commits, and the harness has to notice' : ''}.`,
  rows,
});
const faultless = [delivered.store, delivered.visitors, delivered.agents].every(isFaultless);
if (faultless === EARLY || delivered.refused > 0) process.exitCode = 1;
