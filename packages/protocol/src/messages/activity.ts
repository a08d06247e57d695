import { z } from 'zod';

/** The visitor did something in this tab since the last report; sent at most every `RHYTHM.activity` ms. */
export const activity = z.strictObject({
  type: z.literal('activity'),
  kind: z.enum(['pointer', 'key', 'scroll', 'touch', 'focus']),
});
export type Activity = z.infer<typeof activity>;
