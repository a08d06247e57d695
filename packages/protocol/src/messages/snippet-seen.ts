import { z } from 'zod';

/** The account's snippet was seen for the first time (or the first time since this screen connected). */
export const snippetSeen = z.strictObject({ type: z.literal('snippet-seen'), at: z.number(), url: z.string() });
export type SnippetSeen = z.infer<typeof snippetSeen>;
