import { z } from 'zod';

/** Sign of life from the server, every `RHYTHM.beat` ms on every socket. */
export const beat = z.strictObject({ type: z.literal('beat') });
export type Beat = z.infer<typeof beat>;
