import { z } from 'zod';
import { conversationId, visitorId } from './ids.ts';
import { notice } from './messages/inbox.ts';

const visitor = notice.shape.visitor;

/**
 * C8: what a phone is to hear of, as facts. Kept in the queue until it is delivered: a shape may gain optional fields, nothing
 * else. `at`: when it happened, ms since 1970.
 */
export const pushPayload = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('conversation'),
    because: notice.shape.because,
    conversation: conversationId,
    visitor,
    text: z.string(),
    at: z.number(),
  }),
  /** `visitor`: who came last of those `count`. */
  z.strictObject({ kind: z.literal('visitors-came'), visitor, count: z.int().min(1), at: z.number() }),
  /** Somebody is in a saved view who was not. */
  z.strictObject({
    kind: z.literal('view-entered'),
    view: z.strictObject({ id: z.string(), name: z.string() }),
    visitor,
    count: z.int().min(1),
    at: z.number(),
  }),
  /** What somebody sent to their own device to try it. */
  z.strictObject({ kind: z.literal('test'), at: z.number() }),
]);
export type PushPayload = z.infer<typeof pushPayload>;

/** Where in the dashboard a notification leads. */
export const pushTarget = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('conversation'), conversation: conversationId }),
  z.strictObject({ to: z.literal('visitor'), visitor: visitorId }),
  z.strictObject({ to: z.literal('visitors') }),
  z.strictObject({ to: z.literal('view'), view: z.string() }),
  z.strictObject({ to: z.literal('notification-settings') }),
]);
export type PushTarget = z.infer<typeof pushTarget>;

/**
 * What the service worker is handed, encrypted for it alone. Worded by the server in the agent's language: the worker wakes
 * without a page and perhaps without a network, and has no catalogue.
 */
export const pushedNotification = z.strictObject({
  title: z.string(),
  body: z.string(),
  /** BCP 47, of title and body. */
  language: z.string(),
  /** A later one of the same tag takes the place of an earlier one. */
  tag: z.string(),
  at: z.number(),
  /** The number on the app's icon; null: it stays. */
  unread: z.int().nullable(),
  target: pushTarget,
});
export type PushedNotification = z.infer<typeof pushedNotification>;
