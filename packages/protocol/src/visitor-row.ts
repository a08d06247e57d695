import { z } from 'zod';
import { agentId, visitorId } from './ids.ts';

/** V2, in the order of the list. */
export const STATUSES = ['new-chat', 'chatting', 'active', 'inactive', 'left'] as const;
export const visitorStatus = z.enum(STATUSES);
export type VisitorStatus = z.infer<typeof visitorStatus>;

export const DEVICES = ['desktop', 'tablet', 'phone'] as const;
export const device = z.enum(DEVICES);
export type Device = z.infer<typeof device>;

/**
 * One row of the Visitors list as it goes over the wire: the facts, never their wording. Every field is always present,
 * `null` where nothing is known, so that a patch can name exactly the fields that changed. Times are ms since 1970 on the
 * server's clock.
 */
export const visitorRow = z.strictObject({
  id: visitorId,
  /** "Visitor 4821": small, per account, given at the first visit. */
  number: z.int(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  status: visitorStatus,
  /** Identified by the page or the contact form. */
  customer: z.boolean(),
  /** Identified with a valid signature (I3). */
  verified: z.boolean(),
  autoMessaged: z.boolean(),
  blocked: z.boolean(),
  typing: z.boolean(),
  unread: z.int(),
  /** This visit included: 1 means first visit. */
  visits: z.int(),
  chats: z.int(),
  /** ISO 3166-1 alpha-2, upper case. */
  country: z.string().nullable(),
  city: z.string().nullable(),
  group: z.string().nullable(),
  /** Start of this visit. */
  onlineSince: z.number(),
  lastActivityAt: z.number(),
  page: z.strictObject({ url: z.string(), title: z.string() }),
  /** Pages in this visit. */
  pageViews: z.int(),
  /** Tabs open now. */
  tabs: z.int(),
  lastMessage: z.strictObject({ text: z.string(), at: z.number() }).nullable(),
  agents: z.array(z.strictObject({ id: agentId, name: z.string() })),
  /** Host the visit came from, or the campaign's `utm_source`. */
  source: z.string().nullable(),
  device: device.nullable(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  variables: z.record(z.string(), z.string()),
});
export type VisitorRow = z.infer<typeof visitorRow>;

/** The fields of a row that changed. */
export const visitorRowChange = visitorRow.omit({ id: true }).partial();
export type VisitorRowChange = z.infer<typeof visitorRowChange>;
