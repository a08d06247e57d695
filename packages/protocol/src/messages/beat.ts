import { z } from 'zod';

/** Sign of life from the server, every `RHYTHM.beat` ms on every socket. */
export const beat = z.strictObject({ type: z.literal('beat') });
export type Beat = z.infer<typeof beat>;

/** To a visitor with a conversation it names the newest public seq, so that a lost entry is noticed by the next beat. */
export const visitorBeat = z.strictObject({ type: z.literal('beat'), lastSeq: z.int().optional() });
export type VisitorBeat = z.infer<typeof visitorBeat>;
