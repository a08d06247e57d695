import { z } from 'zod';
import { visitorRow } from '../visitor-row.ts';
import { listCounts, unlisted } from './list-shape.ts';

/**
 * The rows of a watch from `offset` on, and the numbers around them. `total` counts the rows that match, people shown as
 * `left` included; `counts` leave them out. `offset` may be lower than asked for when the list is shorter.
 */
export const listWindow = z.strictObject({
  type: z.literal('window'),
  watch: z.int(),
  /** Rises by one with each patch; a patch that does not continue it means: ask again. */
  revision: z.int(),
  offset: z.int(),
  rows: z.array(visitorRow),
  total: z.int(),
  /** False while a search over everyone is still running: `total` so far is a lower bound. */
  totalIsFinal: z.boolean(),
  counts: listCounts,
  unlisted,
  serverTime: z.number(),
});
export type ListWindow = z.infer<typeof listWindow>;
