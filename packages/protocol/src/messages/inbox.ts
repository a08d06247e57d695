import { z } from 'zod';
import { conversationSummary } from '../conversation.ts';
import { conversationId, visitorId } from '../ids.ts';
import { LIMITS } from '../limits.ts';

/** C2. Resolved conversations are history: they are searched over HTTP. */
export const LIVE_FOLDERS = ['new', 'mine', 'open'] as const;
export const liveFolder = z.enum(LIVE_FOLDERS);
export type LiveFolder = z.infer<typeof liveFolder>;

/**
 * `limit` conversations of a folder from the `offset`th on, kept true. One per socket; null stops. `watch`: the client's
 * number for it. An offset beyond the end shows the last ones.
 */
export const watchInbox = z.strictObject({
  type: z.literal('watch-inbox'),
  watch: z.int().min(0),
  folder: liveFolder.nullable(),
  /** 0 unless said. */
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(LIMITS.inboxRows),
});
export type WatchInbox = z.infer<typeof watchInbox>;

/** Ascending by `inboxOrder` of `domain/inbox`; `offset` is where the window begins, as far as there is one. */
export const inboxWindow = z.strictObject({
  type: z.literal('inbox'),
  watch: z.int(),
  folder: liveFolder,
  offset: z.int(),
  total: z.int(),
  conversations: z.array(conversationSummary),
});
export type InboxWindow = z.infer<typeof inboxWindow>;

/** Turns one inbox window into the next: take `gone` out, put or replace `put`, order again. `offset` as it is now. */
export const inboxPatch = z.strictObject({
  type: z.literal('inbox-patch'),
  watch: z.int(),
  offset: z.int(),
  total: z.int(),
  gone: z.array(conversationId),
  put: z.array(conversationSummary),
});
export type InboxPatch = z.infer<typeof inboxPatch>;

const folderCount = z.strictObject({ conversations: z.int(), unread: z.int() });

/** How many conversations stand in each folder and how many of them hold something unread; on connecting and at every change. */
export const inboxCounts = z.strictObject({
  type: z.literal('inbox-counts'),
  counts: z.strictObject({ new: folderCount, mine: folderCount, open: folderCount }),
});
export type InboxCounts = z.infer<typeof inboxCounts>;

/** C8: something this agent wants to hear of, whatever screen is open. */
export const notice = z.strictObject({
  type: z.literal('notice'),
  because: z.enum(['new-conversation', 'new-message', 'assigned']),
  conversation: conversationId,
  visitor: z.strictObject({ id: visitorId, number: z.int(), name: z.string().nullable() }),
  text: z.string(),
  at: z.number(),
});
export type Notice = z.infer<typeof notice>;
