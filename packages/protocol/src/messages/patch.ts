import { z } from 'zod';
import { visitorId } from '../ids.ts';
import { visitorRow, visitorRowChange } from '../visitor-row.ts';
import { listCounts, unlisted } from './list-shape.ts';

/**
 * What turns one window into the next (the live law). Applied in this order: take `removed` out, put each of `placed` in
 * at its index (ascending; a bare id is a row just taken out), then lay `changed` over the rows. Absent means unchanged.
 */
export const listPatch = z.strictObject({
  type: z.literal('patch'),
  watch: z.int(),
  revision: z.int(),
  removed: z.array(visitorId).optional(),
  placed: z.array(z.tuple([z.int(), z.union([visitorId, visitorRow])])).optional(),
  changed: z.array(z.tuple([visitorId, visitorRowChange])).optional(),
  offset: z.int().optional(),
  total: z.int().optional(),
  totalIsFinal: z.boolean().optional(),
  counts: listCounts.optional(),
  unlisted: unlisted.optional(),
  /** How long the oldest change in this patch waited on the server, ms (V10). */
  waited: z.number(),
});
export type ListPatch = z.infer<typeof listPatch>;
