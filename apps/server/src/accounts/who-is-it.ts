import { entitled } from '@vetrina/domain/entitlements';
import type { Account, Agent } from '@vetrina/protocol/http/account';
import type { AccountDirectory, Actor, Authentication, TeamStore, UserId } from './ports.ts';

export interface Caller {
  /** The person behind the agent. */
  readonly user: UserId;
  readonly actor: Actor;
  readonly agent: Agent;
  readonly account: Account;
}

/** Who a request's cookie belongs to; null: nobody who works here (any more). */
export async function whoIsIt(
  parts: {
    readonly authentication: Authentication;
    readonly team: Pick<TeamStore, 'membership'>;
    readonly directory: Pick<AccountDirectory, 'byId'>;
  },
  cookie: string | undefined,
): Promise<Caller | null> {
  const found = await parts.authentication.session(cookie);
  const membership = found === null ? null : await parts.team.membership(found.user);
  const account = membership === null ? null : await parts.directory.byId(membership.account);
  if (found === null || membership === null || account === null) return null;
  const { agent } = membership;
  const groups = entitled(account.plan, 'groups') ? membership.groups : [];
  return {
    user: found.user,
    actor: { account: account.id, agent: agent.id, name: agent.name, role: agent.role, groups, session: found.session },
    agent,
    account,
  };
}
