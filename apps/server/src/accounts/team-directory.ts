import { entitled, limitOf } from '@vetrina/domain/entitlements';
import { seatedAgents } from '@vetrina/domain/seats';
import type { Plan } from '@vetrina/protocol/http/account';
import type { PresenceChoice } from '@vetrina/protocol/http/team';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountDirectory, AgentStatuses, Colleague, TeamDirectory, TeamStore } from './ports.ts';

/** Another process may change a team; its change is seen here this much later at most, ms. */
const FRESH = 30_000;

export interface KeptTeams extends TeamDirectory, AgentStatuses {
  /** This process changed the team: it is read again, and whoever follows it is told. */
  changed(account: AccountId): void;
}

/** Teams in memory, one lookup at a time for each account. */
export function createTeamDirectory(parts: {
  readonly store: Pick<TeamStore, 'members' | 'change'>;
  readonly directory: Pick<AccountDirectory, 'byId' | 'onChange'>;
  readonly clock: Pick<Clock, 'now'>;
}): KeptTeams {
  const { store, directory, clock } = parts;
  const teams = new Map<AccountId, { readonly answer: Promise<readonly Colleague[]>; readonly until: number }>();
  const listeners = new Set<(account: AccountId) => void>();
  const statusListeners = new Set<(account: AccountId, agent: AgentId, choice: PresenceChoice) => void>();
  /** The plan when we last heard of the account: with it, groups and seats come and go. */
  const plans = new Map<AccountId, Plan>();

  const tell = (account: AccountId) => {
    for (const listener of listeners) listener(account);
  };
  const load = async (account: AccountId): Promise<readonly Colleague[]> => {
    const team = await store.members(account);
    const plan = (await directory.byId(account))?.plan ?? 'FREE';
    plans.set(account, plan);
    const seated = seatedAgents(team, limitOf(plan, 'agents'));
    const withGroups = entitled(plan, 'groups');
    return team.map((member) => ({
      ...member,
      groups: withGroups ? member.groups : [],
      seated: seated.has(member.id),
    }));
  };
  const members = (account: AccountId): Promise<readonly Colleague[]> => {
    const known = teams.get(account);
    if (known !== undefined && known.until > clock.now()) return known.answer;
    const answer = load(account);
    answer.catch(() => teams.delete(account));
    teams.set(account, { answer, until: clock.now() + FRESH });
    return answer;
  };
  directory.onChange(({ id, plan }) => {
    const before = plans.get(id);
    if (before === undefined || before === plan) return;
    teams.delete(id);
    tell(id);
  });

  return {
    members,
    async faces(account) {
      return new Map((await members(account)).map(({ id, name, photo }) => [id, { id, name, photo }]));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed(account) {
      teams.delete(account);
      tell(account);
    },
    async statusChoices(account) {
      const active = (await members(account)).filter(({ active }) => active);
      return new Map(active.map(({ id, status }) => [id, status]));
    },
    async saveStatus({ account, agent }, status) {
      const saved = await store.change(account, agent, { status }, () => undefined);
      if (!saved) throw new Refusal('not_found');
      teams.delete(account);
      for (const listener of statusListeners) listener(account, agent, status);
    },
    onStatusChange(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
  };
}
