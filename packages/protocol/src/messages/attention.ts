import { z } from 'zod';

/**
 * C8: does somebody look at this screen? It is in front, and was used within `RHYTHM.attention`. While one of an agent's screens
 * says so, nothing is pushed to their phones. Nobody does until it is said.
 */
export const attention = z.strictObject({ type: z.literal('attention'), attends: z.boolean() });
export type Attention = z.infer<typeof attention>;
