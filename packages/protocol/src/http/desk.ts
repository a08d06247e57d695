import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';
import { visitorRow } from '../visitor-row.ts';

/** D1: a query as in V5's box. */
export const visitorSearch = z.strictObject({ q: wireText(LIMITS.query).refine((text) => text.trim() !== '') });

/** The first few who are on the site now: who is called so before who matches otherwise, then in V2's order. */
export const visitorsFound = z.strictObject({
  visitors: z.array(visitorRow).max(LIMITS.visitorsFound),
  /** Matching ones in all. */
  total: z.int(),
});
export type VisitorsFound = z.infer<typeof visitorsFound>;
