import { z } from 'zod';
import { account } from '../http/account.ts';

/** The account as it is now: somebody changed its settings, the operator its plan, or a trial ended. */
export const accountChanged = z.strictObject({ type: z.literal('account-changed'), account });
export type AccountChanged = z.infer<typeof accountChanged>;
