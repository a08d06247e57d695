import { z } from 'zod';

/** The tab leaves this page: closed, navigated away, or put to sleep. Starts the grace of V1. */
export const goodbye = z.strictObject({ type: z.literal('goodbye') });
export type Goodbye = z.infer<typeof goodbye>;
