import { z } from 'zod';

/** V10: under load updates slow down in announced steps; people are never hidden. `interval` is ms between patches. */
export const paceChanged = z.strictObject({
  type: z.literal('pace-changed'),
  step: z.enum(['live', 'slower', 'slow']),
  interval: z.number(),
});
export type PaceChanged = z.infer<typeof paceChanged>;
