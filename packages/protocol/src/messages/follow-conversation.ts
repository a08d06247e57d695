import { z } from 'zod';
import { conversationSummary, entry, readMarks } from '../conversation.ts';
import { conversationId } from '../ids.ts';

/**
 * Keep this conversation live on my screen: everything newer than `after`, then each new entry. One at a time; null stops.
 * Permissions are checked at every resume.
 */
export const followConversation = z.strictObject({
  type: z.literal('follow-conversation'),
  conversation: conversationId.nullable(),
  after: z.int().min(0),
});
export type FollowConversation = z.infer<typeof followConversation>;

/**
 * Answer to `follow-conversation`. `found: false`: no such conversation, or not this agent's to see. `follows`: the entries
 * (ascending, without a gap, at most `LIMITS.tail`) continue what the screen has; otherwise it shows only these.
 */
export const conversationFollowed = z.strictObject({
  type: z.literal('conversation-followed'),
  conversation: conversationId,
  found: z
    .strictObject({
      summary: conversationSummary,
      follows: z.boolean(),
      entries: z.array(entry),
      marks: readMarks,
    })
    .nullable(),
});
export type ConversationFollowed = z.infer<typeof conversationFollowed>;

/** One more entry of the followed conversation. A seq that is not the next one: follow again. */
export const conversationEntry = z.strictObject({
  type: z.literal('entry'),
  conversation: conversationId,
  entry,
});
export type ConversationEntry = z.infer<typeof conversationEntry>;

/** The followed conversation's facts as they are now. */
export const conversationChanged = z.strictObject({
  type: z.literal('conversation-changed'),
  summary: conversationSummary,
});
export type ConversationChanged = z.infer<typeof conversationChanged>;
