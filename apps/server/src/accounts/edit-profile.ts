import type { Agent } from '@vetrina/protocol/http/account';
import type { ProfileEdit } from '@vetrina/protocol/http/team';
import type { AgentPhotos } from '../files/ports.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Actor, MemberChange, TeamStore } from './ports.ts';
import type { KeptTeams } from './team-directory.ts';

export interface ProfileParts {
  readonly team: Pick<TeamStore, 'change' | 'members'>;
  readonly teams: Pick<KeptTeams, 'changed'>;
}

type Self = Pick<Actor, 'account' | 'agent'>;

/** What an agent changes about themselves. */
export function editProfile(parts: ProfileParts, actor: Self, { name }: ProfileEdit): Promise<Agent> {
  return change(parts, actor, name === undefined ? {} : { name });
}

/** The address of an agent's photo, kept beside the name; who stores pictures sets it. */
export function agentPhotos(parts: ProfileParts): AgentPhotos {
  return {
    async setPhoto(actor, photo) {
      const before = await find(parts, actor);
      await change(parts, actor, { photo });
      return before.photo;
    },
  };
}

async function change(parts: ProfileParts, actor: Self, wanted: MemberChange): Promise<Agent> {
  await parts.team.change(actor.account, actor.agent, wanted, () => undefined);
  parts.teams.changed(actor.account);
  return find(parts, actor);
}

async function find({ team }: ProfileParts, actor: Self): Promise<Agent> {
  const found = (await team.members(actor.account)).find(({ id }) => id === actor.agent);
  if (found === undefined) throw new Refusal('not_found');
  const { id, name, email, role, photo } = found;
  return { id, name, email, role, photo };
}
