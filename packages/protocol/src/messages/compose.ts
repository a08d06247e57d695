import { z } from 'zod';
import { agentId, visitorId } from '../ids.ts';

/** V8: I am writing to this visitor (repeated with keys pressed); null: no longer. Runs out after `RHYTHM.claim`. */
export const compose = z.strictObject({ type: z.literal('compose'), visitor: visitorId.nullable() });
export type Compose = z.infer<typeof compose>;

/** Who writes to whom, all of the account; sent on connecting and at every change. */
export const claims = z.strictObject({
  type: z.literal('claims'),
  claims: z.array(z.strictObject({ visitor: visitorId, agent: agentId, name: z.string() })),
});
export type Claims = z.infer<typeof claims>;
