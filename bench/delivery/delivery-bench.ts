/**
 * Visitors and agents talk through the product's own outboxes while the server is killed at random moments, lines are cut
 * and pages left in mid-send; then what was written and acknowledged is compared with what the store holds and what every
 * screen shows (C3). Ends with 1 if anything was lost, doubled, reordered, refused or left waiting (acknowledging early: if
 * nothing was lost).
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
  lifeMs: QUICK ? 5_000 : 7_000,
  // The rest of what the whole may take is for catching up.
  atMostMs: QUICK ? 50_000 : numberOf('minutes', 12) * 60_000,
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
  { what: 'lines cut', value: delivered.linesCut, unit: '' },
  { what: 'pages left or crashed', value: delivered.pagesLeft, unit: '' },
  { what: 'refused for good', value: delivered.refused, unit: '', target: atMost(0) },
  {
    what: 'still waiting at the end',
    value: delivered.waiting.reduce((sum, { messages }) => sum + messages, 0),
    unit: '',
    target: atMost(0),
  },
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
  about: `Visitors and agents with two tabs each write to each other through the box's and the dashboard's own outboxes, over
stand-ins of a browser, while the server is killed at random moments, lines are cut and pages left in mid-send. Then everything
that was acknowledged is looked for in the store and on every screen, and everything that was written for an acknowledgement.
Seed ${seed}${EARLY ? '; the server acknowledges before it commits, and the harness has to notice' : ''}.`,
  rows,
});
for (const waiting of delivered.waiting) console.error('waits:', JSON.stringify(waiting));
const faultless = [delivered.store, delivered.visitors, delivered.agents].every(isFaultless);
// Acknowledged early, what was lost goes on waiting for its place on the screen of whoever wrote it.
const isLeft = delivered.refused > 0 || (!EARLY && delivered.waiting.length > 0);
if (faultless === EARLY || isLeft) process.exitCode = 1;
