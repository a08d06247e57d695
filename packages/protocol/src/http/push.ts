import { z } from 'zod';
import { pushDeviceId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

/** An uncompressed point of P-256 (RFC 8291 section 3.1), 65 bytes in base64url. */
const publicPoint = z.string().regex(/^B[A-Za-z0-9_-]{86}$/, 'not a public key');
/** 16 random bytes in base64url (RFC 8291 section 3.2). */
const authSecret = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'not an authentication secret');

/** `GET /api/v1/push/key`: what browsers subscribe with (RFC 8292). */
export const pushKey = z.strictObject({ key: publicPoint });
export type PushKey = z.infer<typeof pushKey>;

/** C8: a browser of the agent's that hears pushes. */
export const pushDevice = z.strictObject({
  id: pushDeviceId,
  /** "Chrome 142", "Android 16"; null: not known. */
  browser: z.string().nullable(),
  os: z.string().nullable(),
  createdAt: z.number(),
  /** When the dashboard was last open there, ms since 1970. */
  usedAt: z.number(),
});
export type PushDevice = z.infer<typeof pushDevice>;

/** `POST /api/v1/push/devices`: the same endpoint again is the same device. */
export const pushSubscribing = z.strictObject({
  endpoint: wireText(LIMITS.pushEndpoint).min(1),
  keys: z.strictObject({ p256dh: publicPoint, auth: authSecret }),
  /** The dashboard's, for those who chose none. BCP 47. */
  language: wireText(LIMITS.language),
  userAgent: wireText(LIMITS.userAgent),
});
export type PushSubscribing = z.infer<typeof pushSubscribing>;

export const pushDeviceParams = z.strictObject({ device: pushDeviceId });
