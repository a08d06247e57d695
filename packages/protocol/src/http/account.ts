import { z } from 'zod';
import { accountId, accountKey, agentId } from '../ids.ts';
import { wireText } from '../text.ts';
import { boxSettings, officeHours } from './box.ts';

export const PLANS = ['FREE', 'STANDARD', 'PRO'] as const;
export const plan = z.enum(PLANS);
export type Plan = z.infer<typeof plan>;

export const ROLES = ['owner', 'admin', 'agent'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** T3. */
export const TRACKING_MODES = ['full', 'consent', 'chat-only', 'count-only'] as const;
export const trackingMode = z.enum(TRACKING_MODES);
export type TrackingMode = z.infer<typeof trackingMode>;

export const agent = z.strictObject({
  id: agentId,
  name: z.string(),
  email: z.string(),
  role,
  /** Address on this server; null: initials. */
  photo: z.string().nullable(),
});
export type Agent = z.infer<typeof agent>;

export const account = z.strictObject({
  id: accountId,
  key: accountKey,
  name: z.string(),
  /** As it counts now: PRO during a trial. */
  plan,
  /** When a running trial ends; null: none. */
  trialUntil: z.number().nullable(),
  /** Host names whose pages may carry the snippet; `example.com` covers its subdomains. Empty: any. */
  allowedDomains: z.array(z.string()),
  trackingMode,
  /** Obey Global Privacy Control and Do Not Track by counting only. */
  respectPrivacySignals: z.boolean(),
  /** Store full IP addresses instead of masked ones. */
  storeIp: z.boolean(),
  /** Query parameters of page addresses that are kept; all others are cut before anything is stored. */
  keptQueryParameters: z.array(z.string()),
  box: boxSettings,
  /** C5; null: always open. */
  officeHours: officeHours.nullable(),
  /** I3: unsigned identities are ignored. */
  signatureDemanded: z.boolean(),
});
export type Account = z.infer<typeof account>;

export const accountSettings = account
  .pick({
    name: true,
    allowedDomains: true,
    trackingMode: true,
    respectPrivacySignals: true,
    storeIp: true,
    keptQueryParameters: true,
    box: true,
    officeHours: true,
  })
  .extend({
    name: wireText(100).trim().min(1),
    allowedDomains: z.array(z.string().trim().min(1).max(253)).max(100),
    keptQueryParameters: z.array(z.string().trim().min(1).max(64)).max(50),
  })
  .partial();
export type AccountSettings = z.infer<typeof accountSettings>;

/** Who is signed in: the dashboard's first request. */
export const session = z.strictObject({ agent, account });
export type Session = z.infer<typeof session>;
