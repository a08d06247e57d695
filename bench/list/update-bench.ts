import { type ListedVisitor, listed } from '@vetrina/domain/listed';
import type { LiveList } from '@vetrina/live-list/live-list';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { atMost, type Measurement } from '../table.ts';
import { medianNote, type Timing, timed } from './measure.ts';
import { PLAIN_UP_TO, SplicedArray } from './naive.ts';
import { anything, changed, NOW, turnsStatus, viewsPage, writes } from './people.ts';

/**
 * A few hundred at a time, as the server puts them: each soon after its visitor was looked up and made anew. Thousands made
 * in advance would all have left the caches again.
 */
const BLOCK = 250;
const ROUNDS = 60;
const NAIVE_UPDATES = 300;

type Change = Parameters<typeof changed>[1];

/** µs per `put`, sort and counts included; making the item is the domain's business and stands apart. */
export function updateBench(
  list: LiveList<ListedVisitor>,
  ids: readonly string[],
  random: SeededRandom,
): readonly Measurement[] {
  const target = atMost(list.size > 100_000 ? 2 : 1);
  const row = (what: string, change: Change): Measurement => {
    const timing = timed(
      ROUNDS,
      () => changesOf(list, ids, change, BLOCK, random),
      (items) => putAll(list, items),
    );
    return { what, ...perUpdate(timing), target };
  };
  const mix = row('update, the mix of a shop', anything);
  return [
    list.size > PLAIN_UP_TO ? mix : { ...mix, baseline: { what: 'array, splice', value: splice(list, ids, random) } },
    row('… a page view (keeps its place)', viewsPage),
    row('… a message (moves up)', writes),
    row('… active ⇄ inactive (moves far)', turnsStatus),
    { what: '… one leaves, one joins: two updates', ...perUpdate(leaveAndJoin(list, ids)) },
    { what: 'making the item of a page view, before the list sees it', ...perUpdate(making(list, ids, random)) },
  ];
}

const perUpdate = (timing: Timing) => ({
  value: (1_000 * timing.best) / BLOCK,
  unit: 'µs',
  note: medianNote(timing, 1_000 / BLOCK, 'µs'),
});

/** Changes of different people, so that each is the next state of what the list holds. */
function changesOf(
  list: LiveList<ListedVisitor>,
  ids: readonly string[],
  change: Change,
  count: number,
  random: SeededRandom,
): ListedVisitor[] {
  const start = random.int(ids.length);
  // A stride without common divisors with the sizes in use: everyone's turn comes once, in no useful order.
  return Array.from({ length: count }, (_, index) => {
    const id = ids[(start + index * 7_919) % ids.length] as string;
    return changed(list.get(id) as ListedVisitor, change, random);
  });
}

function putAll(list: LiveList<ListedVisitor>, items: readonly ListedVisitor[]): void {
  for (const item of items) list.put(item);
}

function leaveAndJoin(list: LiveList<ListedVisitor>, ids: readonly string[]): Timing {
  let nth = 0;
  const prepare = () =>
    Array.from({ length: BLOCK }, () => listed((list.get(ids[nth++] as string) as ListedVisitor).visitor, NOW));
  return timed(ROUNDS, prepare, (comers) => {
    for (const comer of comers) {
      list.remove(comer.visitor.id);
      list.put(comer);
    }
  });
}

/** `listed` alone, the visitor's new state given. */
function making(list: LiveList<ListedVisitor>, ids: readonly string[], random: SeededRandom): Timing {
  const prepare = () =>
    Array.from({ length: BLOCK }, () => {
      const before = list.get(random.pick(ids)) as ListedVisitor;
      return { before, visitor: viewsPage(before.visitor, random) };
    });
  return timed(ROUNDS, prepare, (changes) => changes.map(({ before, visitor }) => listed(visitor, NOW, before)));
}

function splice(list: LiveList<ListedVisitor>, ids: readonly string[], random: SeededRandom): number {
  const array = new SplicedArray([...list.items()]);
  const before = new Map<string, ListedVisitor>();
  const prepare = () => changesOf(list, ids, anything, NAIVE_UPDATES, random);
  const work = (items: readonly ListedVisitor[]) => {
    for (const item of items) {
      array.replace(before.get(item.visitor.id) ?? (list.get(item.visitor.id) as ListedVisitor), item);
      before.set(item.visitor.id, item);
    }
  };
  return (1_000 * timed(3, prepare, work).best) / NAIVE_UPDATES;
}
