import type { Group } from '@vetrina/protocol/http/team';
import type { AccountId, AgentId, GroupKey } from '@vetrina/protocol/ids';
import type { Kysely } from 'kysely';
import type { GroupStore } from '../accounts/ports.ts';
import type { Schema } from './schema.ts';
import { withTeam } from './team-rows.ts';

/** Groups and who is in them. Members of other accounts and keys of groups that do not exist are left out. */
export function createGroupStore(db: Kysely<Schema>): GroupStore {
  return {
    groups: (account) => groupsOf(db, account),
    addGroup: (account, { key, name, members }, at) =>
      withTeam(db, account, async (trx, team) => {
        const added = await trx
          .insertInto('agent_groups')
          .values({ account_id: account, key, name, created_at: at })
          .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
          .executeTakeFirst();
        if (added.numInsertedOrUpdatedRows === 0n) return false;
        await setMembers(trx, account, key, present(members, team));
        return true;
      }),
    editGroup: (account, key, { name, members }) =>
      withTeam(db, account, async (trx, team) => {
        const edited = await trx
          .updateTable('agent_groups')
          .set({ key, ...(name === undefined ? {} : { name }) })
          .where('account_id', '=', account)
          .where('key', '=', key)
          .executeTakeFirst();
        if (edited.numUpdatedRows === 0n) return false;
        if (members !== undefined) await setMembers(trx, account, key, present(members, team));
        return true;
      }),
    async removeGroup(account, key) {
      const gone = await db
        .deleteFrom('agent_groups')
        .where('account_id', '=', account)
        .where('key', '=', key)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

const present = (wanted: readonly AgentId[], team: readonly { readonly id: AgentId }[]) =>
  team.filter(({ id }) => wanted.includes(id)).map(({ id }) => id);

async function groupsOf(db: Kysely<Schema>, account: AccountId): Promise<readonly Group[]> {
  const groups = await db
    .selectFrom('agent_groups')
    .select(['key', 'name'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .orderBy('key')
    .execute();
  const members = await db
    .selectFrom('group_members')
    .select(['group_key', 'agent_id'])
    .where('account_id', '=', account)
    .orderBy('agent_id')
    .execute();
  return groups.map(({ key, name }) => ({
    key: key as GroupKey,
    name,
    members: members.filter(({ group_key }) => group_key === key).map(({ agent_id }) => agent_id as AgentId),
  }));
}

async function setMembers(trx: Kysely<Schema>, account: AccountId, key: GroupKey, members: readonly AgentId[]) {
  await trx.deleteFrom('group_members').where('account_id', '=', account).where('group_key', '=', key).execute();
  await join(
    trx,
    account,
    members.map((agent) => ({ key, agent })),
  );
}

/** The agent's groups from now on. */
export async function setGroupsOf(
  trx: Kysely<Schema>,
  account: AccountId,
  agent: AgentId,
  groups: readonly GroupKey[],
): Promise<void> {
  await trx.deleteFrom('group_members').where('account_id', '=', account).where('agent_id', '=', agent).execute();
  const known = await trx.selectFrom('agent_groups').select('key').where('account_id', '=', account).execute();
  await join(
    trx,
    account,
    known.filter(({ key }) => groups.includes(key as GroupKey)).map(({ key }) => ({ key: key as GroupKey, agent })),
  );
}

async function join(
  trx: Kysely<Schema>,
  account: AccountId,
  pairs: readonly { readonly key: GroupKey; readonly agent: AgentId }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await trx
    .insertInto('group_members')
    .values(pairs.map(({ key, agent }) => ({ account_id: account, group_key: key, agent_id: agent })))
    .execute();
}
