import { z } from 'zod';
import { agentId, groupKey, invitationId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';
import { role } from './account.ts';

/** What an agent chose. Whether visitors see somebody online also depends on a dashboard being open and on office hours. */
export const presenceChoice = z.enum(['online', 'offline']);
export type PresenceChoice = z.infer<typeof presenceChoice>;

/** A colleague as the dashboard shows one. */
export const agentState = z.strictObject({
  id: agentId,
  name: z.string(),
  photo: z.string().nullable(),
  role,
  groups: z.array(groupKey),
  /** True: chose online, and a dashboard is open somewhere (or was until 2 minutes ago). */
  online: z.boolean(),
});
export type AgentState = z.infer<typeof agentState>;

/** T1: a member of the team as owners and admins manage it. */
export const teamMember = agentState.extend({
  email: z.string(),
  /** Deactivated members keep their name on old conversations and cannot sign in. */
  active: z.boolean(),
  /** P: has one of the plan's seats. An active member without one comes back in with a larger plan, or a free seat. */
  seated: z.boolean(),
  twoFactor: z.boolean(),
  createdAt: z.number(),
});
export type TeamMember = z.infer<typeof teamMember>;

export const teamMemberEdit = z
  .strictObject({ role, groups: z.array(groupKey).max(50), active: z.boolean() })
  .partial();
export type TeamMemberEdit = z.infer<typeof teamMemberEdit>;

export const agentParams = z.strictObject({ agent: agentId });

const email = z.email().max(LIMITS.email);

export const newInvitation = z.strictObject({ email, role, groups: z.array(groupKey).max(50) });
export type NewInvitation = z.infer<typeof newInvitation>;

export const invitation = z.strictObject({
  id: invitationId,
  email,
  role,
  groups: z.array(groupKey),
  invitedBy: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  /** To hand over by other means where the server sends no e-mail; null once it was e-mailed or is expired. */
  link: z.string().nullable(),
});
export type Invitation = z.infer<typeof invitation>;

export const invitationParams = z.strictObject({ invitation: invitationId });
export const linkParams = z.strictObject({ token: z.string().min(20).max(128) });

/** What the page behind an invitation's link shows. */
export const openInvitation = z.strictObject({
  email,
  accountName: z.string(),
  invitedBy: z.string(),
  role,
  /** There is a person with this e-mail already: their password is asked instead of a new one. */
  known: z.boolean(),
});
export type OpenInvitation = z.infer<typeof openInvitation>;

export const acceptInvitation = z.strictObject({
  name: wireText(100).trim().min(1),
  password: z.string().min(1).max(128),
  /** The second factor of a person who has one. */
  code: z.string().max(40).optional(),
});
export type AcceptInvitation = z.infer<typeof acceptInvitation>;

export const group = z.strictObject({ key: groupKey, name: z.string(), members: z.array(agentId) });
export type Group = z.infer<typeof group>;

export const newGroup = z.strictObject({
  key: groupKey,
  name: wireText(LIMITS.groupName).refine((name) => name.trim() !== ''),
  members: z.array(agentId).max(100),
});
export type NewGroup = z.infer<typeof newGroup>;
export const groupEdit = newGroup.omit({ key: true }).partial();
export type GroupEdit = z.infer<typeof groupEdit>;
export const groupParams = z.strictObject({ group: groupKey });

/** What an agent changes about themselves. */
export const profileEdit = z.strictObject({ name: wireText(100).trim().min(1) }).partial();
export type ProfileEdit = z.infer<typeof profileEdit>;

export const myStatus = z.strictObject({ status: presenceChoice });
export type MyStatus = z.infer<typeof myStatus>;
