import type { ListedVisitor } from '@vetrina/domain/listed';
import type { LiveList } from '@vetrina/live-list/live-list';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { ViewTally } from '../../apps/server/src/live/view-tally.ts';
import { atMost, type Measurement } from '../table.ts';
import { medianNote, sink, timed } from './measure.ts';
import { anything, changed, NOW } from './people.ts';

const BLOCK = 250;
const ROUNDS = 60;
/** What shops save: pages, where people are from, who they are, how long they have been here. */
const QUERIES = [
  ...['page:lamp', 'country:de', 'is:returning', 'is:waiting', 'online:>5m', 'source:newsletter'],
  ...['-is:customer page:ceramics', 'pages:>3', 'is:active device:phone', 'maria'],
];

/** SV: what ten saved views add to an update, beside none in the same run, and what their beginning takes. */
export function viewsBench(
  list: LiveList<ListedVisitor>,
  ids: readonly string[],
  random: SeededRandom,
): readonly Measurement[] {
  const tallies = QUERIES.map((query) => new ViewTally(list, { filter: 'all', query }, NOW));
  const start = performance.now();
  for (const tally of tallies) while (!tally.scan(1_000, () => NOW));
  const scan = performance.now() - start;
  const prepare = () =>
    Array.from({ length: BLOCK }, () => {
      const before = list.get(random.pick(ids)) as ListedVisitor;
      return { before, after: changed(before, anything, random) };
    });
  const put = ({ after }: { after: ListedVisitor }) => list.put(after);
  const none = timed(ROUNDS, prepare, (changes) => changes.forEach(put));
  const ten = timed(ROUNDS, prepare, (changes) => {
    for (const change of changes) {
      put(change);
      for (const tally of tallies) tally.put(change.before, change.after, NOW, false);
    }
  });
  sink.last = tallies.map(({ people }) => people);
  const added = (1_000 * (ten.best - none.best)) / BLOCK;
  return [
    {
      what: 'ten saved views: added to an update, for each view',
      value: added / QUERIES.length,
      unit: 'µs',
      target: atMost(1),
      note: `${medianNote({ best: 0, median: ten.median - none.median }, 100 / BLOCK, 'µs')}; without views ${((1_000 * none.best) / BLOCK).toFixed(2)} µs an update`,
    },
    {
      what: '… counting everyone at the beginning, in slices of 5 ms',
      value: scan / QUERIES.length,
      unit: 'ms a view',
    },
  ];
}
