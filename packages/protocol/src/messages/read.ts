import { z } from 'zod';
import { readMarks } from '../conversation.ts';
import { conversationId } from '../ids.ts';

/**
 * The visitor has seen everything up to this public seq (the box was open and visible) of this conversation; pages of
 * version 2 do not say which, and mean the newest.
 */
export const visitorRead = z.strictObject({
  type: z.literal('read'),
  conversation: conversationId.optional(),
  seq: z.int().min(0),
});
export type VisitorRead = z.infer<typeof visitorRead>;

export const agentRead = z.strictObject({
  type: z.literal('read'),
  conversation: conversationId,
  seq: z.int().min(0),
});
export type AgentRead = z.infer<typeof agentRead>;

/** To both sides. `team` is a public seq when told to the visitor. */
export const readUpTo = z.strictObject({
  type: z.literal('read-up-to'),
  conversation: conversationId,
  marks: readMarks,
});
export type ReadUpTo = z.infer<typeof readUpTo>;
