import { z } from 'zod';

/** First frame of an agent's socket: a one-time ticket fetched over the signed-in session. */
export const agentHello = z.strictObject({
  type: z.literal('hello'),
  protocol: z.int(),
  ticket: z.string().min(1).max(128),
});
export type AgentHello = z.infer<typeof agentHello>;
