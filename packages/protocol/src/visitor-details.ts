import { z } from 'zod';
import { conversationState } from './conversation.ts';
import { agentId, conversationId, pageViewId, visitId, visitorId } from './ids.ts';
import { visitorRow } from './visitor-row.ts';

/** One page of the trail. `endedAt` is null while it is open in some tab. */
export const trailPage = z.strictObject({
  id: pageViewId,
  url: z.string(),
  title: z.string(),
  at: z.number(),
  endedAt: z.number().nullable(),
});
export type TrailPage = z.infer<typeof trailPage>;

export const visitSource = z.strictObject({
  referrer: z.string().nullable(),
  landingUrl: z.string().nullable(),
  utm: z.record(z.string(), z.string()),
});
export type VisitSource = z.infer<typeof visitSource>;

export const visitSummary = z.strictObject({
  id: visitId,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  pageViews: z.int(),
  source: visitSource,
});
export type VisitSummary = z.infer<typeof visitSummary>;

/** What lasts about a visitor beyond the row (V7). */
export const visitorProfile = z.strictObject({
  id: visitorId,
  number: z.int(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** I3: who a verified visitor was proved to be, in the site's own books; name and e-mail are what the page says. */
  userId: z.string().nullable(),
  note: z.string(),
  noteBy: z.strictObject({ id: agentId, name: z.string() }).nullable(),
  noteAt: z.number().nullable(),
  variables: z.record(z.string(), z.string()),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
  visits: z.int(),
  chats: z.int(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  /** IANA name, for the visitor's local time. */
  timezone: z.string().nullable(),
  language: z.string().nullable(),
  device: z.string().nullable(),
  browser: z.string().nullable(),
  os: z.string().nullable(),
  screen: z.string().nullable(),
  /** Masked unless the account stores addresses. */
  ip: z.string().nullable(),
  ipIsMasked: z.boolean(),
  blocked: z
    .strictObject({
      at: z.number(),
      by: z.string().nullable(),
      until: z.number().nullable(),
      because: z.enum(['visitor', 'ip']),
    })
    .nullable(),
});
export type VisitorProfile = z.infer<typeof visitorProfile>;

export const visitorDetails = z.strictObject({
  visitor: visitorId,
  /** The live row; null when the visitor is not on the site. */
  row: visitorRow.nullable(),
  profile: visitorProfile,
  /** This visit (or the last one), oldest first. */
  visit: visitSummary.nullable(),
  trail: z.array(trailPage),
  earlierVisits: z.array(visitSummary),
  /** The newest conversation, which a further message of either side would continue; null: that would begin one. */
  conversation: z.strictObject({ id: conversationId, state: conversationState }).nullable(),
});
export type VisitorDetails = z.infer<typeof visitorDetails>;
