import { createHmac } from 'node:crypto';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { Plan } from '@vetrina/protocol/http/account';
import type { Support } from '@vetrina/protocol/http/support';
import type { AccountId, GroupKey } from '@vetrina/protocol/ids';
import type { Ids } from '../platform/ids.ts';
import type { AccountDirectory, AccountStore, GroupStore } from './ports.ts';
import type { Caller } from './who-is-it.ts';

/**
 * "First" for PRO is a group: if the support account has one with this key, its agents see PRO's people and nobody before them.
 * The order of the list stays the longest wait, for everybody alike.
 */
const FIRST = 'first';

export interface SupportParts {
  readonly store: Pick<AccountStore, 'supportAccount' | 'identitySecret'>;
  readonly directory: Pick<AccountDirectory, 'byId'>;
  readonly team: Pick<GroupStore, 'groups'>;
  readonly ids: Pick<Ids, 'secret'>;
}

/**
 * S1: with whom this agent can talk about Vetrina. The identity is signed here with the support account's own secret (I3), so
 * that the operator sees a verified customer, and no agent can pose as one of another account.
 */
export async function supportFor(
  { store, directory, team, ids }: SupportParts,
  { account, agent }: Pick<Caller, 'account' | 'agent'>,
): Promise<Support> {
  const named = await store.supportAccount();
  const answering = named === null ? null : await directory.byId(named);
  if (answering === null) return { is: 'off' };
  if (answering.id === account.id) return { is: 'own' };
  if (!entitled(account.plan, 'support-chat')) return { is: 'plan', plan: cheapestPlanWith('support-chat') };
  const secret = await store.identitySecret(answering.id, ids.secret());
  const userId = `${account.id}/${agent.id}`;
  return {
    is: 'chat',
    key: answering.key,
    name: answering.name,
    customer: {
      userId,
      signature: createHmac('sha256', secret).update(userId).digest('hex'),
      ...{ name: agent.name, email: agent.email, role: agent.role },
      ...{ account: account.name, plan: account.plan },
      group: await groupFor(team, answering.id, account.plan),
    },
  };
}

async function groupFor(team: SupportParts['team'], answering: AccountId, plan: Plan): Promise<GroupKey | null> {
  if (!entitled(plan, 'support-chat-first')) return null;
  return (await team.groups(answering)).find(({ key }) => key === FIRST)?.key ?? null;
}
