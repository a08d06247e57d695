import type { ListedVisitor } from './listed.ts';

/** The windows a listed visitor stands in, people shown as left included: what a list is filtered by. */
export function filterBits(visitor: ListedVisitor): number {
  return visitor.filters;
}

/** The counts a listed visitor adds to: the same windows, none for people shown as left (V1). */
export function countedBits(visitor: ListedVisitor): number {
  return visitor.status === 'left' ? 0 : visitor.filters;
}
