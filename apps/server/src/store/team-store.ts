import type { AccountId, AgentId, GroupKey } from '@vetrina/protocol/ids';
import type { Kysely, Updateable } from 'kysely';
import type { MemberChange, Membership, Seat, TeamCheck, TeamStore } from '../accounts/ports.ts';
import type { Database } from './database.ts';
import { createGroupStore, setGroupsOf } from './group-store.ts';
import type { Schema } from './schema.ts';
import type { AgentsTable } from './schema-team.ts';
import { agentOf, agentRow, invitationOf, membersOf, withTeam } from './team-rows.ts';

export function createTeamStore({ db }: Database): TeamStore {
  return {
    ...createGroupStore(db),
    ...invitations(db),
    ...resets(db),
    async addAgent(account, user, agent, at) {
      await db
        .insertInto('agents')
        .values(agentRow(account, user, agent, at))
        .execute();
    },
    members: (account) => membersOf(db, account),
    membership: (user) => membership(db, user),
    change: (account, agent, change, check) =>
      withTeam(db, account, async (trx, team) => {
        if (!team.some(({ id }) => id === agent)) return false;
        check(team);
        await save(trx, account, agent, change);
        return true;
      }),
  };
}

async function save(trx: Kysely<Schema>, account: AccountId, agent: AgentId, change: MemberChange): Promise<void> {
  const { groups, active, joinedAt, ...plain } = change;
  const columns: Updateable<AgentsTable> = {
    ...plain,
    ...(active === undefined ? {} : { active: active ? 1 : 0 }),
    ...(joinedAt === undefined ? {} : { joined_at: joinedAt }),
  };
  await trx
    .updateTable('agents')
    .set({ id: agent, ...columns })
    .where('account_id', '=', account)
    .where('id', '=', agent)
    .execute();
  if (groups !== undefined) await setGroupsOf(trx, account, agent, groups);
}

/** Of several accounts the one joined last. */
async function membership(db: Kysely<Schema>, user: string): Promise<Membership | null> {
  const row = await db
    .selectFrom('agents')
    .selectAll()
    .where('user_id', '=', user)
    .where('active', '=', 1)
    .orderBy('joined_at', 'desc')
    .orderBy('account_id')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const groups = await db
    .selectFrom('group_members')
    .select('group_key')
    .where('account_id', '=', row.account_id)
    .where('agent_id', '=', row.id)
    .orderBy('group_key')
    .execute();
  return {
    account: row.account_id as AccountId,
    agent: agentOf(row),
    groups: groups.map(({ group_key }) => group_key as GroupKey),
  };
}

type Invitations = Pick<
  TeamStore,
  'invitations' | 'saveInvitation' | 'withdrawInvitation' | 'invitationOf' | 'acceptInvitation'
>;

function invitations(db: Kysely<Schema>): Invitations {
  return {
    async invitations(account) {
      const rows = await db
        .selectFrom('invitations')
        .selectAll()
        .where('account_id', '=', account)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(invitationOf);
    },
    saveInvitation: (invitation, tokenHash, check) =>
      withTeam(db, invitation.account, async (trx, team) => {
        // Sent again, an invitation loses its old link.
        await trx
          .deleteFrom('invitations')
          .where('account_id', '=', invitation.account)
          .where('email', '=', invitation.email)
          .execute();
        const others = await trx
          .selectFrom('invitations')
          .select('id')
          .where('account_id', '=', invitation.account)
          .where('expires_at', '>', invitation.createdAt)
          .execute();
        check(team, others.length);
        await trx
          .insertInto('invitations')
          .values({
            account_id: invitation.account,
            id: invitation.id,
            email: invitation.email,
            role: invitation.role,
            groups: JSON.stringify(invitation.groups),
            invited_by: invitation.invitedBy,
            token_hash: tokenHash,
            created_at: invitation.createdAt,
            expires_at: invitation.expiresAt,
          })
          .execute();
      }),
    async withdrawInvitation(account, id) {
      const gone = await db
        .deleteFrom('invitations')
        .where('account_id', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
    async invitationOf(tokenHash) {
      const row = await db.selectFrom('invitations').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row === undefined ? null : invitationOf(row);
    },
    async acceptInvitation(account, tokenHash, seat, check) {
      return withTeam(db, account, async (trx, team) => {
        const used = await trx.deleteFrom('invitations').where('token_hash', '=', tokenHash).executeTakeFirst();
        if (used.numDeletedRows === 0n) return null;
        check(team);
        return takeSeat(trx, account, seat, team);
      });
    },
  };
}

/** Somebody who comes back gets the old seat, and with it the name on what they wrote. */
async function takeSeat(
  trx: Kysely<Schema>,
  account: AccountId,
  { user, agent, groups, at }: Seat,
  team: Parameters<TeamCheck>[0],
): Promise<AgentId> {
  const before = team.find((member) => member.user === user);
  if (before === undefined) {
    await trx
      .insertInto('agents')
      .values(agentRow(account, user, agent, at))
      .execute();
    await setGroupsOf(trx, account, agent.id, groups);
    return agent.id;
  }
  const { name, role } = agent;
  await save(trx, account, before.id, { name, role, groups, active: true, joinedAt: at });
  return before.id;
}

function resets(db: Kysely<Schema>): Pick<TeamStore, 'saveReset' | 'takeReset'> {
  return {
    async saveReset(user, tokenHash, expiresAt) {
      const row = { token_hash: tokenHash, expires_at: expiresAt };
      await db
        .insertInto('password_resets')
        .values({ user_id: user, ...row })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
        .execute();
    },
    async takeReset(tokenHash, now) {
      const row = await db
        .deleteFrom('password_resets')
        .where('token_hash', '=', tokenHash)
        .returning(['user_id', 'expires_at'])
        .executeTakeFirst();
      return row === undefined || row.expires_at <= now ? null : row.user_id;
    },
  };
}
