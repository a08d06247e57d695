import { z } from 'zod';
import { visitorId } from '../ids.ts';

/** V7: keep this visitor's details live on my screen. One at a time; `null` stops. */
export const followVisitor = z.strictObject({ type: z.literal('follow-visitor'), visitor: visitorId.nullable() });
export type FollowVisitor = z.infer<typeof followVisitor>;
