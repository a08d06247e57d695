import { z } from 'zod';
import { blockId, visitorId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

/** `PATCH /api/v1/visitors/:visitor`: what an agent may correct (V7). */
export const visitorEdit = z
  .strictObject({
    name: wireText(LIMITS.name).nullable(),
    email: wireText(LIMITS.email).nullable(),
    phone: wireText(LIMITS.phone).nullable(),
    note: wireText(LIMITS.note),
  })
  .partial();
export type VisitorEdit = z.infer<typeof visitorEdit>;

/** `POST /api/v1/visitors/:visitor/block`. No time: until unblocked. */
export const visitorBlock = z.strictObject({ forMinutes: z.int().min(1).max(525_600).optional() });
export type VisitorBlock = z.infer<typeof visitorBlock>;

/** C7: a visitor who is blocked now, on the site or not. */
export const blockedVisitor = z.strictObject({
  id: visitorId,
  number: z.int(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  at: z.number(),
  /** The agent's name. */
  by: z.string().nullable(),
  /** null: until unblocked. */
  until: z.number().nullable(),
});
export type BlockedVisitor = z.infer<typeof blockedVisitor>;

/** Newest block first, at most 500; those of other groups are left out (T1). */
export const blockedVisitors = z.array(blockedVisitor);

/** C7: `192.168.0.*`, `1*2.168.0.1`, or CIDR. */
export const ipBlock = z.strictObject({
  id: blockId,
  pattern: z.string(),
  createdAt: z.number(),
  createdBy: z.string().nullable(),
});
export type IpBlock = z.infer<typeof ipBlock>;

export const newIpBlock = z.strictObject({ pattern: z.string().trim().min(1).max(64) });
export type NewIpBlock = z.infer<typeof newIpBlock>;

export const visitorParams = z.strictObject({ visitor: visitorId });
export const blockParams = z.strictObject({ block: blockId });
