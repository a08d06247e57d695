import { z } from 'zod';
import { conversationSummary, entry, fileCard, rating } from '../conversation.ts';
import { agentId, conversationId, fileId, groupKey, messageId, shortcutId, tagId, visitorId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

export const conversationParams = z.strictObject({ conversation: conversationId });

export const assignTo = z.strictObject({ agent: agentId });

export const transferTo = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('agent'), agent: agentId }),
  z.strictObject({ to: z.literal('group'), group: groupKey }),
]);
export type TransferTo = z.infer<typeof transferTo>;

export const tagging = z.strictObject({ tags: z.array(tagId).max(LIMITS.conversationTags) });
export const recalling = z.strictObject({ message: messageId });
export const transcriptTo = z.strictObject({ email: z.email().max(LIMITS.email) });

/** `GET …/entries?before=`: older entries, ascending, at most `LIMITS.tail`. */
export const entriesBefore = z.strictObject({ before: z.coerce.number().int().min(1) });
export const entries = z.strictObject({ entries: z.array(entry) });

/** C4: search over resolved conversations (or all of one visitor's). Every given condition must hold. */
export const conversationSearch = z.strictObject({
  text: wireText(LIMITS.query).optional(),
  visitor: visitorId.optional(),
  agent: agentId.optional(),
  group: wireText(LIMITS.group).optional(),
  tag: tagId.optional(),
  rating: z.coerce.number().pipe(rating).optional(),
  /** Part of the address of a page. */
  page: wireText(LIMITS.url).optional(),
  /** Resolved (or, for a visitor's, begun) between, ms since 1970. */
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  /** `resolved` unless said. */
  state: z.enum(['resolved', 'any']).optional(),
  /** The `next` of the page before. */
  after: wireText(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export type ConversationSearch = z.infer<typeof conversationSearch>;

export const conversationsFound = z.strictObject({
  conversations: z.array(conversationSummary),
  /** Matching ones in all. */
  total: z.int(),
  next: z.string().nullable(),
});
export type ConversationsFound = z.infer<typeof conversationsFound>;

const shortcutName = wireText(LIMITS.shortcutName).regex(/^[\p{L}\p{N}_-]+$/u, 'letters, digits, - and _ only');
export const newShortcut = z.strictObject({
  name: shortcutName,
  text: wireText(LIMITS.message).refine((text) => text.trim() !== ''),
  /** `team`: everyone's (PRO). */
  scope: z.enum(['personal', 'team']),
});
export type NewShortcut = z.infer<typeof newShortcut>;
export const shortcutEdit = newShortcut.omit({ scope: true }).partial();
export type ShortcutEdit = z.infer<typeof shortcutEdit>;
/** Inserted by `/name` or `.name` at the start of a message. */
export const shortcut = newShortcut.extend({ id: shortcutId });
export type Shortcut = z.infer<typeof shortcut>;
export const shortcutParams = z.strictObject({ shortcut: shortcutId });

export const TAG_COLORS = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export const newTag = z.strictObject({
  name: wireText(LIMITS.tagName).refine((name) => name.trim() !== ''),
  color: z.enum(TAG_COLORS),
  description: wireText(300),
});
export type NewTag = z.infer<typeof newTag>;
export const tagEdit = newTag.partial();
export type TagEdit = z.infer<typeof tagEdit>;
export const tag = newTag.extend({ id: tagId });
export type Tag = z.infer<typeof tag>;
export const tagParams = z.strictObject({ tag: tagId });

/** Answer to an upload; the file can be said from now on, by whoever uploaded it. */
export const uploadedFile = fileCard;
export type UploadedFile = z.infer<typeof uploadedFile>;

/** Where an agent puts a file's bytes, once: as `upload-to` for visitors. */
export const uploadPlace = z.strictObject({ url: z.string(), expiresInMs: z.number() });
export type UploadPlace = z.infer<typeof uploadPlace>;

export const fileParams = z.strictObject({ file: fileId });
