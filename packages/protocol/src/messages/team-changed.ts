import { z } from 'zod';
import { agentState } from '../http/team.ts';

/** The team and who of it is online, on connecting and at every change. */
export const teamChanged = z.strictObject({ type: z.literal('team'), agents: z.array(agentState) });
export type TeamChanged = z.infer<typeof teamChanged>;
