import { z } from 'zod';
import { face } from '../conversation.ts';
import { conversationId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

/** `text`: what stands in the composer, sent only if the account's agents may see it; null: stopped. At most every 2 s. */
export const visitorTyping = z.strictObject({ type: z.literal('typing'), text: wireText(LIMITS.message).nullable() });
export type VisitorTyping = z.infer<typeof visitorTyping>;

export const agentTyping = z.strictObject({
  type: z.literal('typing'),
  conversation: conversationId,
  typing: z.boolean(),
});
export type AgentTyping = z.infer<typeof agentTyping>;

/** To the visitor: who is typing; null: nobody any more. Runs out by itself after `RHYTHM.typing`. */
export const agentIsTyping = z.strictObject({ type: z.literal('agent-typing'), agent: face.nullable() });
export type AgentIsTyping = z.infer<typeof agentIsTyping>;

/** To agents who follow the conversation. `text` is '' where the account does not show it. */
export const visitorIsTyping = z.strictObject({
  type: z.literal('visitor-typing'),
  conversation: conversationId,
  text: z.string().nullable(),
});
export type VisitorIsTyping = z.infer<typeof visitorIsTyping>;
