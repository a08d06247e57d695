import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { type AcceptParts, acceptInvitation, openInvitation } from '../../accounts/accept-invitation.ts';
import { changePassword, type PasswordParts } from '../../accounts/change-password.ts';
import { addGroup, editGroup, type GroupParts, listGroups, removeGroup } from '../../accounts/edit-groups.ts';
import { editProfile } from '../../accounts/edit-profile.ts';
import { type InviteParts, invite, listInvitations, withdrawInvitation } from '../../accounts/invite.ts';
import { editMember, listTeam, type ManageTeamParts } from '../../accounts/manage-team.ts';
import type { TeamStore } from '../../accounts/ports.ts';
import { forgotPassword, freshPassword, type ResetParts } from '../../accounts/reset-password.ts';
import {
  confirmSecondFactor,
  offerSecondFactor,
  removeSecondFactor,
  type SecondFactorParts,
  secondFactorState,
} from '../../accounts/second-factor.ts';
import type { KeptTeams } from '../../accounts/team-directory.ts';
import type { ConversationActions } from '../../live/conversation-actions.ts';
import type { Handlers } from './handlers.ts';

export interface TeamRouteParts
  extends Omit<AcceptParts, 'ids'>,
    Omit<InviteParts, 'ids'>,
    Omit<ResetParts, 'ids' | 'attempts'>,
    GroupParts,
    ManageTeamParts,
    Omit<PasswordParts, 'attempts'>,
    Omit<SecondFactorParts, 'attempts'> {
  readonly authentication: AcceptParts['authentication'];
  readonly attempts: AcceptParts['attempts'];
  readonly endings: AcceptParts['endings'];
  readonly factors: SecondFactorParts['factors'];
  readonly ids: AcceptParts['ids'] & InviteParts['ids'];
  readonly team: TeamStore;
  readonly teams: KeptTeams;
  /** What somebody who leaves was on is taken up by others. */
  readonly conversations: Pick<ConversationActions, 'release'>;
  /** SV8: what they kept for themselves goes. */
  readonly left: (account: AccountId, agent: AgentId) => Promise<void>;
}

type TeamRoute =
  | 'agents'
  | 'team'
  | 'editTeamMember'
  | 'invitations'
  | 'invite'
  | 'withdrawInvitation'
  | 'openInvitation'
  | 'acceptInvitation'
  | 'groups'
  | 'addGroup'
  | 'editGroup'
  | 'removeGroup';

type PersonRoute =
  | 'editProfile'
  | 'changePassword'
  | 'forgotPassword'
  | 'freshPassword'
  | 'myStatus'
  | 'saveMyStatus'
  | 'secondFactor'
  | 'offerSecondFactor'
  | 'confirmSecondFactor'
  | 'removeSecondFactor';

/** The team, its groups and invitations, spoken in HTTP. */
export function teamRoutes(parts: TeamRouteParts): Pick<Handlers, TeamRoute | PersonRoute> {
  return {
    ...personRoutes(parts),
    async agents({ caller }) {
      const active = (await parts.teams.members(caller.account.id)).filter((member) => member.active);
      return active.map(({ id, name, email, role, photo }) => ({ id, name, email, role, photo }));
    },
    team: ({ caller }) => listTeam(parts, caller),
    async editTeamMember({ caller, params, body }) {
      const member = await editMember(parts, caller, params.agent, body);
      if (!member.active) {
        await parts.conversations.release(caller.actor, member.id);
        await parts.left(caller.account.id, member.id);
      }
      return member;
    },
    invitations: ({ caller }) => listInvitations(parts, caller.actor),
    invite: ({ caller, body }) => invite(parts, caller, body),
    async withdrawInvitation({ caller, params }) {
      await withdrawInvitation(parts, caller.actor, params.invitation);
    },
    openInvitation: ({ params, ip }) => openInvitation(parts, params.token, ip),
    async acceptInvitation({ params, body, ip, setCookies }) {
      const { session, cookies } = await acceptInvitation(parts, params.token, body, ip);
      setCookies(cookies);
      return session;
    },
    groups: ({ caller }) => listGroups(parts, caller),
    addGroup: ({ caller, body }) => addGroup(parts, caller, body),
    editGroup: ({ caller, params, body }) => editGroup(parts, caller, params.group, body),
    async removeGroup({ caller, params }) {
      await removeGroup(parts, caller, params.group);
    },
  };
}

/** What people do about themselves. */
function personRoutes(parts: TeamRouteParts): Pick<Handlers, PersonRoute> {
  return {
    editProfile: ({ caller, body }) => editProfile(parts, caller.actor, body),
    async changePassword({ caller, body }) {
      await changePassword(parts, caller, body);
    },
    async forgotPassword({ body, ip }) {
      await forgotPassword(parts, body.email, ip);
    },
    async freshPassword({ params, body, ip }) {
      await freshPassword(parts, params.token, body.password, ip);
    },
    async myStatus({ caller: { actor } }) {
      const choices = await parts.teams.statusChoices(actor.account);
      return { status: choices.get(actor.agent) ?? 'online' };
    },
    async saveMyStatus({ caller, body }) {
      await parts.teams.saveStatus(caller.actor, body.status);
      return body;
    },
    secondFactor: ({ caller }) => secondFactorState(parts, caller),
    offerSecondFactor: ({ caller, cookie, body }) => offerSecondFactor(parts, caller, cookie, body.password),
    async confirmSecondFactor({ caller, body }) {
      await confirmSecondFactor(parts, caller, body.code);
    },
    async removeSecondFactor({ caller, body }) {
      await removeSecondFactor(parts, caller, body.password);
    },
  };
}
