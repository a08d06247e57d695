import { z } from 'zod';

/** The client asks for a sign of life; the server answers at once with the same number. Round trip and lag (V10). */
export const probe = z.strictObject({ type: z.literal('probe'), n: z.int() });
export type Probe = z.infer<typeof probe>;

export const probed = z.strictObject({ type: z.literal('probed'), n: z.int(), serverTime: z.number() });
export type Probed = z.infer<typeof probed>;
