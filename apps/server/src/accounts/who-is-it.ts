import { entitled } from '@vetrina/domain/entitlements';
import type { Account, Agent } from '@vetrina/protocol/http/account';
import type { AccountDirectory, AccountStore, Actor, Authentication } from './ports.ts';

export interface Caller {
  readonly actor: Actor;
  readonly agent: Agent;
  readonly account: Account;
}

/** Who a request's cookie belongs to; null: nobody who works here (any more). */
export async function whoIsIt(
  parts: {
    readonly authentication: Authentication;
    readonly store: Pick<AccountStore, 'membership'>;
    readonly directory: Pick<AccountDirectory, 'byId'>;
  },
  cookie: string | undefined,
): Promise<Caller | null> {
  const found = await parts.authentication.session(cookie);
  const membership = found === null ? null : await parts.store.membership(found.user);
  const account = membership === null ? null : await parts.directory.byId(membership.account);
  if (found === null || membership === null || account === null) return null;
  const { agent } = membership;
  const groups = entitled(account.plan, 'groups') ? membership.groups : [];
  return {
    actor: { account: account.id, agent: agent.id, name: agent.name, role: agent.role, groups, session: found.session },
    agent,
    account,
  };
}
