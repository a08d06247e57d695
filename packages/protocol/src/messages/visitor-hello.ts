import { z } from 'zod';
import { browserKey, tabId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { mendedText } from '../text.ts';
import { identity } from './identity.ts';
import { page } from './page.ts';

const pixels = z.number().min(0).max(100_000).overwrite(Math.trunc);

/** First frame of a visitor's socket. The account key stands in the socket's address, so that an unknown one costs nothing. */
export const visitorHello = z.strictObject({
  type: z.literal('hello'),
  protocol: z.int(),
  tab: tabId,
  /**
   * `known` visitors get a row. `counted` ones (no consent, Global Privacy Control) keep nothing in the browser and send
   * nothing but this frame: they are a number beside the list.
   */
  visitor: z.discriminatedUnion('as', [
    z.strictObject({
      as: z.literal('known'),
      browserKey,
      page,
      /** False for a tab opened in the background. */
      visible: z.boolean(),
      // What a page or a browser made unreadable is as good as not said.
      language: mendedText(LIMITS.language).min(1).optional().catch(undefined),
      timezone: mendedText(LIMITS.timezone).min(1).optional().catch(undefined),
      screen: z.strictObject({ width: pixels, height: pixels }).optional().catch(undefined),
      identity: identity.optional(),
      /** True when this tab was connected before and lost its socket: not an arrival. */
      again: z.boolean().optional(),
      /** The visitor opened the chat box: known for the chat even where the account does not track (T3). */
      chatting: z.boolean().optional(),
    }),
    z.strictObject({ as: z.literal('counted') }),
  ]),
});
export type VisitorHello = z.infer<typeof visitorHello>;
