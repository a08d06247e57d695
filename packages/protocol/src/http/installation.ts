import { z } from 'zod';
import { groupName } from '../conversation.ts';
import { boxSettings } from './box.ts';

/** Why a page that carries the snippet was turned away. */
export const SNIPPET_REFUSALS = ['foreign-origin', 'bot', 'tracking-off'] as const;
export type SnippetRefusal = (typeof SNIPPET_REFUSALS)[number];

/** V11, server side: why the list may be empty. Times are ms since 1970. */
export const installation = z.strictObject({
  /** Last time any page loaded the snippet and said hello or was refused; null: never. */
  seenAt: z.number().nullable(),
  seenUrl: z.string().nullable(),
  /** Last refusal, if it is newer than the last accepted hello. */
  refused: z
    .strictObject({
      at: z.number(),
      because: z.enum(SNIPPET_REFUSALS),
      host: z.string().nullable(),
    })
    .nullable(),
  online: z.int(),
  countedOnly: z.int(),
  bots: z.int(),
  /** Visitors on the site whose browser is also signed in to this dashboard's address range (same IP as this agent). */
  onlyYou: z.boolean(),
});
export type Installation = z.infer<typeof installation>;

/** `GET /widget/<key>.json`: what the loader asks before it does anything else. */
export const widgetConfig = z.strictObject({
  mode: z.enum(['full', 'consent', 'chat-only', 'count-only']),
  respectPrivacySignals: z.boolean(),
  accountName: z.string(),
  /** As the account's plan allows. */
  box: boxSettings,
  /** P: what of the box a page may turn on by itself; what it may not is ignored there as it is left out of `box`. */
  may: z.strictObject({ hideBox: z.boolean(), askFirst: z.boolean(), rate: z.boolean() }),
  /** For the contact form's choice; empty: no groups. */
  groups: z.array(groupName),
});
export type WidgetConfig = z.infer<typeof widgetConfig>;
