import { z } from 'zod';
import { visitorId } from '../ids.ts';
import { visitorDetails } from '../visitor-details.ts';

/**
 * Answer to `follow-visitor` and after every change worth showing: the details as they are now. `null`: no such visitor
 * (or not of this account, which answers the same).
 */
export const visitorFollowed = z.strictObject({
  type: z.literal('visitor-followed'),
  visitor: visitorId,
  details: visitorDetails.nullable(),
});
export type VisitorFollowed = z.infer<typeof visitorFollowed>;
