import type { ListedVisitor } from '@vetrina/domain/listed';
import type { LiveList } from '@vetrina/live-list/live-list';
import { FILTERS } from '@vetrina/protocol/messages/list-shape';
import { atMost, type Measurement } from '../table.ts';
import { bestMs, sink } from './measure.ts';
import { countAll, filterAndSort, PLAIN_UP_TO } from './naive.ts';
import { openView } from './subject.ts';

const DEPTHS = [0, 0.5, 0.95];
const READS = 2_000;

/** ms per window of 50: every filter, at the top, in the middle and near the end. */
export function windowBench(list: LiveList<ListedVisitor>): readonly Measurement[] {
  const items = [...list.items()];
  const rows = FILTERS.map((name, filter): Measurement => {
    const view = openView(list, { filter });
    const { total } = view.read();
    const times = DEPTHS.map((depth) => readMs(view, Math.floor(total * depth)));
    view.close();
    const plain = () => filterAndSort(items, filter, total >> 1);
    return {
      what: `window of 50, ${name} (${total.toLocaleString('en-GB')}), slowest of 0, 50, 95 % depth`,
      value: Math.max(...times),
      unit: 'ms',
      target: atMost(0.02),
      ...(list.size <= PLAIN_UP_TO && { baseline: { what: 'filter and sort', value: bestMs(3, plain) } }),
    };
  });
  return [...rows, countsRow(list, items)];
}

function readMs(view: ReturnType<typeof openView>, offset: number): number {
  // Neighbouring offsets in turn, so that nothing can be read twice from one place.
  const read = () => {
    for (let turn = 0; turn < READS; turn++) {
      view.scrollTo(Math.max(0, offset - (turn % 10)), 50);
      sink.last = view.read();
    }
  };
  return bestMs(5, read) / READS;
}

function countsRow(list: LiveList<ListedVisitor>, items: readonly ListedVisitor[]): Measurement {
  const all = () => {
    for (let turn = 0; turn < 100_000; turn++) sink.last = list.counts();
  };
  return {
    what: 'the six counts',
    value: bestMs(5, all) / 100_000,
    unit: 'ms',
    baseline: { what: 'count everyone', value: bestMs(3, () => countAll(items, FILTERS.length)) },
  };
}
