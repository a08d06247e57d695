import type { ListedVisitor } from '@vetrina/domain/listed';
import type { LiveList } from '@vetrina/live-list/live-list';
import { PlaceTally } from '../../apps/server/src/live/place-tally.ts';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { atMost, type Measurement } from '../table.ts';
import { bestMs, medianNote, sink, timed } from './measure.ts';
import { anything, changed, NOW } from './people.ts';

const BLOCK = 250;
const ROUNDS = 60;
/** What the server gives a count before it turns to other work, ms. */
const SLICE = 4;

/** D3: what the map costs beside the list: per change with nobody looking, per look, and per query. */
export function placesBench(
  list: LiveList<ListedVisitor>,
  ids: readonly string[],
  random: SeededRandom,
): readonly Measurement[] {
  const tally = new PlaceTally(() => list.items());
  for (const item of list.items()) tally.changed(undefined, item);
  const prepare = () =>
    Array.from({ length: BLOCK }, () => {
      const before = list.get(random.pick(ids)) as ListedVisitor;
      return { before, after: changed(before, anything, random) };
    });
  const moved = timed(ROUNDS, prepare, (changes) => {
    for (const { before, after } of changes) {
      tally.changed(before, after);
      tally.changed(after, before);
    }
  });
  const everyone = tally.look('all', '', 0);
  return [
    {
      what: 'map: an update beside none',
      value: (1_000 * moved.best) / BLOCK / 2,
      unit: 'µs',
      target: atMost(0.2),
      note: medianNote(moved, 1_000 / BLOCK / 2, 'µs'),
    },
    {
      what: 'map: where everyone is',
      value: bestMs(ROUNDS, () => everyone.counts()),
      unit: 'ms',
      target: atMost(0.1),
      baseline: { what: 'count everyone', value: bestMs(3, () => countAnew(list)) },
    },
    ...queryRows(tally),
  ];
}

function queryRows(tally: PlaceTally): Measurement[] {
  let longest = Number.POSITIVE_INFINITY;
  const whole = bestMs(5, () => {
    const look = tally.look('active', 'ceramics', NOW);
    let slowest = 0;
    while (look.searching) {
      const start = performance.now();
      look.search(SLICE, () => performance.now());
      slowest = Math.max(slowest, performance.now() - start);
    }
    longest = Math.min(longest, slowest);
    sink.last = look.counts();
    look.close();
  });
  return [
    { what: 'map: where those are whom "ceramics" finds', value: whole, unit: 'ms' },
    { what: 'map: … longest slice', value: longest, unit: 'ms', target: atMost(5), note: `budget ${SLICE} ms` },
  ];
}

function countAnew(list: LiveList<ListedVisitor>): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { visitor } of list.items()) counts.set(visitor.country, (counts.get(visitor.country) ?? 0) + 1);
  return counts;
}
