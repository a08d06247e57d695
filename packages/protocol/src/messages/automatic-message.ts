import { z } from 'zod';
import { ruleLogic } from '../automation/rule.ts';
import { ASKED, replies } from '../conversation.ts';
import { messageId, pageViewId, ruleId } from '../ids.ts';

/**
 * A2: the rules that this page can still bring to their moment; whatever the server can decide is taken out. Sent after the
 * welcome, and again whenever another set or other facts are true; replaces what was sent before. Absent: none.
 */
export const rules = z.strictObject({
  type: z.literal('rules'),
  /** In the account's order: of several whose moment comes at once, the first has it (A3.4). */
  rules: z.array(z.strictObject({ id: ruleId, logic: ruleLogic })),
  /** ms since 1970 on the server's clock, as all times here. */
  visitStartedAt: z.number(),
  /** Since when the visitor waits for an answer; null: does not. */
  waitingSince: z.number().nullable(),
  /** A3: nothing that the visitor did not ask for comes before; null: it may. */
  quietUntil: z.number().nullable(),
  /** Query parameters that the account keeps (T3): rules see addresses as the account does. */
  keptParameters: z.array(z.string()),
});
export type Rules = z.infer<typeof rules>;

/** The moment of a rule has come on this page. Answered with `automatic-message`, `rule-held` or another `rules`. */
export const ruleDue = z.strictObject({ type: z.literal('rule-due'), rule: ruleId, page: pageViewId });
export type RuleDue = z.infer<typeof ruleDue>;

/** Not now. `until`: not before, ms since 1970; null: not on this page as things are. */
export const ruleHeld = z.strictObject({ type: z.literal('rule-held'), rule: ruleId, until: z.number().nullable() });
export type RuleHeld = z.infer<typeof ruleHeld>;

/** A8: what was written to the visitor and stands in no conversation before they answer. */
export const pendingMessage = z.strictObject({
  /** Of the first message; the entry keeps it once there is a conversation. */
  id: messageId,
  at: z.number(),
  from: z.strictObject({ name: z.string(), photo: z.string().nullable() }),
  texts: z.array(z.string()).min(1),
  /** What a chatbot offers to answer with. */
  replies: replies.optional(),
  asks: z.enum(ASKED).optional(),
  opensBox: z.boolean(),
  /** Some tab has shown it. */
  seen: z.boolean(),
});
export type PendingMessage = z.infer<typeof pendingMessage>;

/** To all tabs: a message to show, in the welcome too; null: it was closed, or answered, or is out of date. */
export const automaticMessage = z.strictObject({
  type: z.literal('automatic-message'),
  message: pendingMessage.nullable(),
});
export type AutomaticMessage = z.infer<typeof automaticMessage>;

/** A8: a tab has shown it. */
export const automaticMessageSeen = z.strictObject({ type: z.literal('automatic-message-seen'), id: messageId });
export type AutomaticMessageSeen = z.infer<typeof automaticMessageSeen>;

/** A3: the visitor closed it unanswered: quiet from now on, on every tab. */
export const automaticMessageClosed = z.strictObject({ type: z.literal('automatic-message-closed'), id: messageId });
export type AutomaticMessageClosed = z.infer<typeof automaticMessageClosed>;
