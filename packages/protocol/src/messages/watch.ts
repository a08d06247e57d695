import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { listFilter, listSort } from './list-shape.ts';

const offset = z.int().min(0).max(100_000_000);
const limit = z.int().min(1).max(LIMITS.windowRows);

/**
 * Show me this part of the list and keep it true. One watch per socket: a new one replaces the old. `watch` is the
 * client's number for it, so that late answers to an older one are told apart.
 */
export const watch = z.strictObject({
  type: z.literal('watch'),
  watch: z.int().min(0),
  filter: listFilter,
  /** V5's box, as typed. Longer than `LIMITS.query`: `query_too_long`, the old watch stays. */
  query: z.string(),
  sort: listSort,
  offset,
  limit,
  /** `front`: patches every 100 ms; `background`: every second. */
  pace: z.enum(['front', 'background']),
});
export type Watch = z.infer<typeof watch>;

/** Another part of the same watch; keeps the search result. */
export const scroll = z.strictObject({ type: z.literal('scroll'), watch: z.int().min(0), offset, limit });
export type Scroll = z.infer<typeof scroll>;

export const unwatch = z.strictObject({ type: z.literal('unwatch') });
export type Unwatch = z.infer<typeof unwatch>;
