import { z } from 'zod';
import { errorCode } from '../errors.ts';

/** A frame was refused; the connection goes on. `about` is the refused frame's type if it could be read. */
export const problem = z.strictObject({ type: z.literal('problem'), code: errorCode, about: z.string().optional() });
export type Problem = z.infer<typeof problem>;
