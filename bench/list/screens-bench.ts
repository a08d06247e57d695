import type { ListedVisitor } from '@vetrina/domain/listed';
import type { LiveList } from '@vetrina/live-list/live-list';
import type { LiveView } from '@vetrina/live-list/live-view';
import { FILTERS } from '@vetrina/protocol/messages/list-shape';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { atMost, type Measurement } from '../table.ts';
import { bestMs, sink } from './measure.ts';
import { filterAndSort } from './naive.ts';
import { anything, changed } from './people.ts';
import { finish, openView } from './subject.ts';

const SCREENS = 100;
const TICKS_PER_SECOND = 4;
const CHANGES_PER_TICK = 1_250;
const SECONDS = 5;
const WORDS = [
  'ceramics',
  'lamp',
  'maria',
  'rossi',
  'safari',
  'country:de',
  'newsletter',
  'gold',
  'delivery',
  'is:customer',
];

/** Share of a core that 100 screens take beyond the same changes with one screen. */
export function screensBench(
  list: LiveList<ListedVisitor>,
  ids: readonly string[],
  random: SeededRandom,
): readonly Measurement[] {
  const items = [...list.items()];
  const alone = Math.min(...secondsOf(list, ids, random, []));
  const views = openScreens(list);
  const together = Math.min(...secondsOf(list, ids, random, views));
  for (const view of views) view.close();
  const oneQuery = bestMs(3, () => filterAndSort(items, 0, 0));
  return [
    {
      what: '100 screens, 10 searching, 5,000 changes/s, 4 ticks/s: beyond the updates',
      value: (together - alone) / 10,
      unit: '% of a core',
      target: atMost(5),
      baseline: { what: 'query anew per screen', value: (oneQuery * SCREENS * TICKS_PER_SECOND) / 10 },
    },
    { what: '… the updates themselves, with one screen', value: alone / 10, unit: '% of a core' },
  ];
}

function openScreens(list: LiveList<ListedVisitor>): LiveView<ListedVisitor>[] {
  return Array.from({ length: SCREENS }, (_, screen) => {
    const search = screen < WORDS.length ? { search: WORDS[screen] as string } : {};
    const filter = screen % FILTERS.length;
    const view = openView(list, { filter, offset: (screen * 37) % 1_000, ...search });
    finish(view);
    return view;
  });
}

/** ms of each simulated second; making the changed visitors is not timed. */
function secondsOf(
  list: LiveList<ListedVisitor>,
  ids: readonly string[],
  random: SeededRandom,
  views: readonly LiveView<ListedVisitor>[],
): number[] {
  return Array.from({ length: SECONDS }, () => {
    let spent = 0;
    for (let tick = 0; tick < TICKS_PER_SECOND; tick++) {
      const start = random.int(ids.length);
      const changes = Array.from({ length: CHANGES_PER_TICK }, (_, index) => {
        const id = ids[(start + index * 7_919) % ids.length] as string;
        return changed(list.get(id) as ListedVisitor, anything, random);
      });
      const from = performance.now();
      for (const change of changes) list.put(change);
      for (const view of views) if (view.isStale()) sink.last = view.read();
      spent += performance.now() - from;
    }
    return spent;
  });
}
