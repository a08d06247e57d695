import { z } from 'zod';
import { identity } from './identity.ts';

/** The page says who is there (I1). Unsigned: it names the visitor, and never merges with or reveals another's history. */
export const identify = z.strictObject({ type: z.literal('identify'), identity });
export type Identify = z.infer<typeof identify>;
