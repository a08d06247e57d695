import { z } from 'zod';
import { accountId, agentId } from '../ids.ts';

export const agentWelcome = z.strictObject({
  type: z.literal('welcome'),
  protocol: z.int(),
  account: accountId,
  agent: agentId,
  /** Changes when the server lost its memory: everything on screen is to be asked for again. */
  epoch: z.string(),
  serverTime: z.number(),
});
export type AgentWelcome = z.infer<typeof agentWelcome>;
