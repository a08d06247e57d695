import { z } from 'zod';
import { saying } from '../conversation.ts';
import { errorCode } from '../errors.ts';
import { plan } from '../http/account.ts';
import { conversationId, messageId, visitorId } from '../ids.ts';

/**
 * C3. The sender makes the id, keeps the message until `said` or `refused` comes, and resends it after every reconnect, one
 * at a time. Which conversation it belongs to is the server's to say: the visitor's current one, or a new one.
 */
export const visitorSay = z.strictObject({ type: z.literal('say'), id: messageId, saying });
export type VisitorSay = z.infer<typeof visitorSay>;

/** The agent's. To a visitor without an open conversation it opens one (V8). `team`: a note to colleagues. */
export const agentSay = z.strictObject({
  type: z.literal('say'),
  id: messageId,
  to: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('conversation'), conversation: conversationId }),
    z.strictObject({ to: z.literal('visitor'), visitor: visitorId }),
  ]),
  audience: z.enum(['everyone', 'team']),
  saying,
});
export type AgentSay = z.infer<typeof agentSay>;

/** Sent after the commit, never before. A repeat gets the first answer again. `seq` is the receiver's (public for visitors). */
export const said = z.strictObject({
  type: z.literal('said'),
  id: messageId,
  conversation: conversationId,
  seq: z.int(),
  at: z.number(),
});
export type Said = z.infer<typeof said>;

/** Something else with an id (contact form, rating, transcript) is done and saved. */
export const done = z.strictObject({ type: z.literal('done'), id: messageId });
export type Done = z.infer<typeof done>;

/** It was not taken and resending will not help, unless `retry`: then later. */
export const refused = z.strictObject({
  type: z.literal('refused'),
  id: messageId,
  code: errorCode,
  retry: z.boolean(),
  /** The cheapest plan that has it. */
  plan: plan.optional(),
});
export type Refused = z.infer<typeof refused>;
