import type { Invitation, NewInvitation } from '@vetrina/protocol/http/team';
import type { InvitationId } from '@vetrina/protocol/ids';
import type { Mailer, MailWishes } from '../mail/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { hashOf } from './link-token.ts';
import { invitationMail } from './mail-texts.ts';
import type { AccountStore, Actor, StoredInvitation, TeamStore } from './ports.ts';
import { checkInvited, checkRoom, demandKnownGroups } from './team-rules.ts';
import type { Caller } from './who-is-it.ts';

/** How long an invitation's link leads somewhere, ms. */
const VALID_FOR = 7 * 86_400_000;

export interface InviteParts {
  readonly team: TeamStore;
  readonly store: Pick<AccountStore, 'preferences'>;
  readonly mailer: Mailer;
  readonly mailWishes: MailWishes;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'invitation' | 'secret'>;
  readonly events: Events;
  readonly publicUrl: string;
}

/**
 * Invites somebody by e-mail; where the server sends none, the link is answered, this once. Inviting the same person again
 * makes a new link and voids the old one.
 * @throws Refusal `forbidden`, `plan_required`, `bad_request` (no such group), `seat_limit`, `email_taken`, `too_many_requests`
 */
export async function invite(parts: InviteParts, caller: Caller, wanted: NewInvitation): Promise<Invitation> {
  const { actor, account } = caller;
  checkInvited(actor, account.plan, wanted);
  demandKnownGroups(wanted.groups, await parts.team.groups(account.id));
  const email = wanted.email.toLowerCase();
  if (parts.mailer.isOn) parts.mailWishes.count(actor.agent, email);
  const token = parts.ids.secret();
  const now = parts.clock.now();
  const invitation: StoredInvitation = {
    account: account.id,
    id: parts.ids.invitation(),
    email,
    role: wanted.role,
    groups: wanted.groups,
    invitedBy: actor.name,
    createdAt: now,
    expiresAt: now + VALID_FOR,
  };
  await parts.team.saveInvitation(invitation, hashOf(token), (team, othersOpen) =>
    checkRoom(account.plan, team, email, othersOpen),
  );
  parts.events.memberInvited({ account: account.id, agent: actor.agent, role: wanted.role });
  const link = `${parts.publicUrl}/invitation/${token}`;
  if (!parts.mailer.isOn) return shown(invitation, link);
  const language = (await parts.store.preferences(account.id, actor.agent))?.language ?? 'en';
  await parts.mailer.send(invitationMail(language, email, link, { by: actor.name, accountName: account.name }));
  return shown(invitation, null);
}

/** Open and expired ones, oldest first. Their links are known to nobody but whom they were given to. */
export async function listInvitations(parts: Pick<InviteParts, 'team'>, actor: Actor): Promise<Invitation[]> {
  return (await parts.team.invitations(actor.account)).map((invitation) => shown(invitation, null));
}

/** @throws Refusal `not_found` */
export async function withdrawInvitation(
  parts: Pick<InviteParts, 'team'>,
  actor: Actor,
  id: InvitationId,
): Promise<void> {
  if (!(await parts.team.withdrawInvitation(actor.account, id))) throw new Refusal('not_found');
}

function shown({ account: _, groups, ...invitation }: StoredInvitation, link: string | null): Invitation {
  return { ...invitation, groups: [...groups], link };
}
