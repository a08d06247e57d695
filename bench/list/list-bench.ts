import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { report } from '../report.ts';
import { atMost, type Measurement, type ResultTable } from '../table.ts';
import { someListed } from './people.ts';
import { placesBench } from './places-bench.ts';
import { screensBench } from './screens-bench.ts';
import { searchBench } from './search-bench.ts';
import { watchedList } from './subject.ts';
import { updateBench } from './update-bench.ts';
import { windowBench } from './window-bench.ts';

const SEED = 20_251_120;
const SIZES = [100_000, 1_000_000];
const SCREENS_AT = 100_000;

/**
 * Measures the live list alone, with the domain's own rules, at each size. Run with `--expose-gc`, or memory is left out.
 * @param write told what is being measured, a line at a time
 */
export async function runListBench(sizes: readonly number[], write: (line: string) => void): Promise<ResultTable> {
  const rows: Measurement[] = [];
  for (const size of sizes) {
    const label = size.toLocaleString('en-GB');
    for (const row of await measureSize(size, (part) => write(`${label}: ${part}`))) {
      rows.push({ ...row, what: `${label}: ${row.what}` });
    }
  }
  return {
    title: 'Live list',
    about:
      'Best of several rounds after a warm-up, because other work on the machine only ever adds, medians in the notes; ' +
      'visitors, order, filters and search are the real ones of the domain.',
    rows,
  };
}

async function measureSize(size: number, write: (part: string) => void): Promise<Measurement[]> {
  const random = seededRandom(SEED);
  write('filling');
  const empty = heapBytes();
  const items = Array.from({ length: size }, (_, nth) => someListed(nth, random));
  const bare = heapBytes();
  const list = watchedList(items);
  const filled = heapBytes();
  const ids = random.shuffle(items.map((item) => item.visitor.id));
  items.length = 0;
  const rows = memoryRows(size, filled - empty, filled - bare);
  const parts: [string, () => readonly Measurement[]][] = [
    ['updates', () => updateBench(list, ids, random)],
    ['windows', () => windowBench(list)],
    ['searches', () => searchBench(list)],
    ['the map', () => placesBench(list, ids, random)],
  ];
  if (size === SCREENS_AT) parts.push(['screens', () => screensBench(list, ids, random)]);
  for (const [name, measure] of parts) {
    write(name);
    // Lets output through between the long synchronous parts.
    await new Promise((resolve) => setImmediate(resolve));
    rows.push(...measure());
  }
  return rows;
}

function memoryRows(size: number, whole: number, structure: number): Measurement[] {
  if (globalThis.gc === undefined) return [];
  return [
    { what: 'memory per visitor, everything', value: whole / size, unit: 'bytes', target: atMost(1_536) },
    { what: '… of it the list and one order', value: structure / size, unit: 'bytes' },
  ];
}

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const sizes = argv.includes('--quick') ? SIZES.slice(0, 1) : SIZES;
  const table = await runListBench(sizes, (line) => console.error(line));
  report(table);
}
