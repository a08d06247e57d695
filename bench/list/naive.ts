import type { ListedVisitor } from '@vetrina/domain/listed';
import { BY_STATUS } from './subject.ts';

/** The plain ways of doing it, for comparison. Beyond this many visitors they take minutes and tell nothing new. */
export const PLAIN_UP_TO = 100_000;

/** One sorted array, kept with binary search and splice. */
export class SplicedArray {
  readonly items: ListedVisitor[];

  constructor(items: readonly ListedVisitor[]) {
    this.items = [...items].sort(BY_STATUS.compare);
  }

  replace(before: ListedVisitor, after: ListedVisitor): void {
    this.items.splice(this.#placeOf(before), 1);
    this.items.splice(this.#placeOf(after), 0, after);
  }

  #placeOf(item: ListedVisitor): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (BY_STATUS.compare(this.items[middle] as ListedVisitor, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function filterAndSort(items: readonly ListedVisitor[], filter: number, offset: number): ListedVisitor[] {
  const shown = items.filter((item) => (item.filters >> filter) & 1);
  return shown.sort(BY_STATUS.compare).slice(offset, offset + 50);
}

/** V4's counts by going through everyone. */
export function countAll(items: readonly ListedVisitor[], filters: number): number[] {
  const counts = new Array<number>(filters).fill(0);
  for (const { filters: bits } of items) {
    for (let filter = 0; filter < filters; filter++) counts[filter] = (counts[filter] ?? 0) + ((bits >> filter) & 1);
  }
  return counts;
}

const SEARCHED = ['name', 'email', 'country', 'city', 'source', 'browser', 'os'] as const;

/** A search that lower-cases each visitor's fields as it comes to them. */
export function scanRows(items: readonly ListedVisitor[], word: string): number {
  let found = 0;
  for (const { visitor } of items) {
    const inFields = SEARCHED.some((field) => visitor[field]?.toLowerCase().includes(word));
    const { title, url } = visitor.page;
    if (inFields || title.toLowerCase().includes(word) || url.toLowerCase().includes(word)) found++;
  }
  return found;
}
