import type { Agent, Role } from '@vetrina/protocol/http/account';
import type { PresenceChoice } from '@vetrina/protocol/http/team';
import type { AccountId, AgentId, GroupKey, InvitationId } from '@vetrina/protocol/ids';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Member, StoredInvitation, UserId } from '../accounts/ports.ts';
import type { Schema } from './schema.ts';
import type { AgentsTable, InvitationsTable } from './schema-team.ts';

export function agentRow(account: AccountId, user: UserId, agent: Agent, at: number): Insertable<AgentsTable> {
  return {
    account_id: account,
    id: agent.id,
    user_id: user,
    role: agent.role,
    name: agent.name,
    email: agent.email,
    photo: agent.photo,
    created_at: at,
    joined_at: at,
  };
}

export function agentOf(row: Selectable<AgentsTable>): Agent {
  return { id: row.id as AgentId, name: row.name, email: row.email, role: row.role as Role, photo: row.photo };
}

/** Everyone who ever worked for the account, oldest first. */
export async function membersOf(db: Kysely<Schema>, account: AccountId): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('agents')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const memberships = await db
    .selectFrom('group_members')
    .select(['group_key', 'agent_id'])
    .where('account_id', '=', account)
    .orderBy('group_key')
    .execute();
  return rows.map((row) => ({
    ...agentOf(row),
    user: row.user_id,
    active: row.active === 1,
    groups: memberships.filter(({ agent_id }) => agent_id === row.id).map(({ group_key }) => group_key as GroupKey),
    status: row.status as PresenceChoice,
    createdAt: row.created_at,
  }));
}

/**
 * Runs `work` while nobody else changes the account's team. Writing the account's row is a lock that both databases know;
 * an account that does not exist has no team.
 */
export function withTeam<Answer>(
  db: Kysely<Schema>,
  account: AccountId,
  work: (trx: Kysely<Schema>, team: readonly Member[]) => Promise<Answer>,
): Promise<Answer> {
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('accounts').set({ id: account }).where('id', '=', account).execute();
    return work(trx, await membersOf(trx, account));
  });
}

export function invitationOf(row: Selectable<InvitationsTable>): StoredInvitation {
  return {
    account: row.account_id as AccountId,
    id: row.id as InvitationId,
    email: row.email,
    role: row.role as Role,
    groups: JSON.parse(row.groups) as GroupKey[],
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
