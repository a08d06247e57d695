import type { ListedVisitor } from '@vetrina/domain/listed';
import type { LiveList } from '@vetrina/live-list/live-list';
import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { atMost, type Measurement } from '../table.ts';
import { bestMs } from './measure.ts';
import { SplicedArray } from './naive.ts';
import { anything, changed, someListed, turnsStatus, viewsPage, writes } from './people.ts';

const ROUNDS = 5;
const UPDATES = 20_000;
const NAIVE_UPDATES = 300;

type Change = Parameters<typeof changed>[1];

/** µs per `put`, sort and counts included; making the item is the domain's business and not timed. */
export function updateBench(
  list: LiveList<ListedVisitor>,
  ids: readonly string[],
  random: SeededRandom,
): readonly Measurement[] {
  const target = atMost(list.size > 100_000 ? 2 : 1);
  const timed = (change: Change) => {
    const prepare = () => changesOf(list, ids, change, UPDATES, random);
    return (1_000 * bestMs(ROUNDS, prepare, (items) => putAll(list, items))) / UPDATES;
  };
  const row = (what: string, change: Change): Measurement => ({ what, value: timed(change), unit: 'µs', target });
  return [
    {
      ...row('update, the mix of a shop', anything),
      baseline: { what: 'array, splice', value: splice(list, ids, random) },
    },
    row('… a page view (keeps its place)', viewsPage),
    row('… a message (moves up)', writes),
    row('… active ⇄ inactive (moves far)', turnsStatus),
    { what: '… one leaves, one joins', value: leaveAndJoin(list, ids, random), unit: 'µs', note: 'two updates' },
  ];
}

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

function leaveAndJoin(list: LiveList<ListedVisitor>, ids: readonly string[], random: SeededRandom): number {
  const gone = ids.slice(0, UPDATES);
  const prepare = () => gone.map((_, nth) => someListed(nth, random));
  const work = (comers: readonly ListedVisitor[]) => {
    for (const comer of comers) {
      list.remove(comer.visitor.id);
      list.put(comer);
    }
  };
  return (1_000 * bestMs(ROUNDS, prepare, work)) / UPDATES;
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
  return (1_000 * bestMs(3, prepare, work)) / NAIVE_UPDATES;
}
