import { type ListedVisitor, listed } from '@vetrina/domain/listed';
import type { LiveList } from '@vetrina/live-list/live-list';
import { atMost, type Measurement } from '../table.ts';
import { bestMs, medianNote, sink, timed } from './measure.ts';
import { PLAIN_UP_TO, scanRows } from './naive.ts';
import { NOW } from './people.ts';
import { finish, openView } from './subject.ts';

const ROUNDS = 5;
/** What the server gives a search before it turns to other work, ms. */
const SLICE = 4;

const SEARCHES = [
  { kind: 'one in many', search: 'ceramics' },
  { kind: 'nobody', search: 'xylophone' },
  { kind: 'nearly everyone', search: 'shop.example' },
  { kind: 'two words and a field', search: 'country:it mobile lamp' },
];

/** ms until the first window is right, until the total is exact, and the longest the thread is held meanwhile. */
export function searchBench(list: LiveList<ListedVisitor>): readonly Measurement[] {
  const items = [...list.items()];
  const totalTarget = atMost(list.size > 100_000 ? 100 : 10);
  const slices: number[] = [];
  const totals = SEARCHES.map(({ kind, search }): Measurement => {
    const found = openAndFinish(list, search);
    const timing = timed(
      ROUNDS,
      () => null,
      () => openAndFinish(list, search),
    );
    slices.push(Math.min(...[1, 2, 3].map(() => longestSlice(list, search))));
    return {
      what: `search "${search}" (${kind}: ${found.toLocaleString('en-GB')}), exact total`,
      value: timing.best,
      unit: 'ms',
      target: totalTarget,
      note: medianNote(timing, 1, 'ms'),
      ...(list.size <= PLAIN_UP_TO &&
        !search.includes(' ') && {
          baseline: { what: 'scan of rows', value: bestMs(3, () => scanRows(items, search)) },
        }),
    };
  });
  return [
    { what: 'search "ceramics", first window', value: firstWindow(list, 'ceramics'), unit: 'ms', target: atMost(1) },
    ...totals,
    {
      what: 'search, longest slice',
      value: Math.max(...slices),
      unit: 'ms',
      target: atMost(5),
      note: `budget ${SLICE} ms`,
    },
  ];
}

function openAndFinish(list: LiveList<ListedVisitor>, search: string): number {
  const view = openView(list, { search });
  finish(view);
  const { total } = view.read();
  close(list, view);
  return total;
}

/** Looks at the clock as the server does, and stops as soon as the window is full. */
function firstWindow(list: LiveList<ListedVisitor>, search: string): number {
  const work = () => {
    const view = openView(list, { search });
    while (view.read().items.length < 50 && !view.searchFor(0, () => performance.now()));
    sink.last = view.read();
    close(list, view);
  };
  return bestMs(ROUNDS, work);
}

function longestSlice(list: LiveList<ListedVisitor>, search: string): number {
  const view = openView(list, { search });
  let longest = 0;
  for (let finished = false; !finished; ) {
    const start = performance.now();
    finished = view.searchFor(SLICE, () => performance.now());
    longest = Math.max(longest, performance.now() - start);
  }
  close(list, view);
  return longest;
}

/** Closes, and writes once, so that the next search begins anew. */
function close(list: LiveList<ListedVisitor>, view: ReturnType<typeof openView>): void {
  view.close();
  const [first] = list.items();
  if (first !== undefined) list.put(listed(first.visitor, NOW, first));
}
