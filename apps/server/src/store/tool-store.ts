import { fold } from '@vetrina/domain/fold';
import type { Shortcut, ShortcutEdit, Tag, TagEdit } from '@vetrina/protocol/http/conversations';
import type { AccountId, AgentId, ShortcutId, TagId } from '@vetrina/protocol/ids';
import type { Kysely } from 'kysely';
import type { ToolStore } from '../tools/ports.ts';
import type { Database } from './database.ts';
import { isDuplicate } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { ShortcutRow, TagRow } from './schema-tools.ts';

const TEAM = '';

/** Shortcuts and tags in SQL. Two of one name at the same moment: the unique constraint decides. */
export function createToolStore({ db }: Database): ToolStore {
  return { ...shortcutsOf(db), ...tagsOf(db) };
}

type ShortcutVerb = 'shortcuts' | 'addShortcut' | 'ownerOfShortcut' | 'editShortcut' | 'removeShortcut';

function shortcutsOf(db: Kysely<Schema>): Pick<ToolStore, ShortcutVerb> {
  return {
    async shortcuts(account, agent) {
      const rows = await db
        .selectFrom('shortcuts')
        .selectAll()
        .where('account_id', '=', account)
        .where('agent_id', 'in', [agent, TEAM])
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(shortcutOf);
    },
    addShortcut: (account, owner, { id, name, text, at }) =>
      orTaken(async () => {
        const row = await db
          .insertInto('shortcuts')
          .values({
            ...{ account_id: account, id, agent_id: owner ?? TEAM, name, folded_name: fold(name), text },
            created_at: at,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return shortcutOf(row);
      }),
    async ownerOfShortcut(account, id) {
      const row = await oneShortcut(db, account, id);
      if (row === undefined) return;
      return row.agent_id === TEAM ? null : (row.agent_id as AgentId);
    },
    editShortcut: (account, id, edit) => orTaken(() => editShortcut(db, account, id, edit)),
    async removeShortcut(account, id) {
      await db.deleteFrom('shortcuts').where('account_id', '=', account).where('id', '=', id).execute();
    },
  };
}

function tagsOf(db: Kysely<Schema>): Pick<ToolStore, 'tags' | 'addTag' | 'editTag' | 'removeTag'> {
  return {
    async tags(account) {
      const rows = await db
        .selectFrom('tags')
        .selectAll()
        .where('account_id', '=', account)
        .orderBy('folded_name')
        .execute();
      return rows.map(tagOf);
    },
    addTag: (account, { id, name, color, description, at }) =>
      orTaken(async () => {
        const row = await db
          .insertInto('tags')
          .values({
            ...{ account_id: account, id, name, folded_name: fold(name), color, description },
            created_at: at,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return tagOf(row);
      }),
    editTag: (account, id, edit) => orTaken(() => editTag(db, account, id, edit)),
    async removeTag(account, id) {
      const { numDeletedRows } = await db
        .deleteFrom('tags')
        .where('account_id', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function oneShortcut(db: Kysely<Schema>, account: AccountId, id: ShortcutId) {
  return db
    .selectFrom('shortcuts')
    .selectAll()
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
}

async function editShortcut(db: Kysely<Schema>, account: AccountId, id: ShortcutId, { name, text }: ShortcutEdit) {
  if (name === undefined && text === undefined) {
    const same = await oneShortcut(db, account, id);
    return same === undefined ? null : shortcutOf(same);
  }
  const row = await db
    .updateTable('shortcuts')
    .set({ ...named(name), ...(text === undefined ? {} : { text }) })
    .where('account_id', '=', account)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : shortcutOf(row);
}

async function editTag(db: Kysely<Schema>, account: AccountId, id: TagId, { name, color, description }: TagEdit) {
  const change = {
    ...named(name),
    ...(color === undefined ? {} : { color }),
    ...(description === undefined ? {} : { description }),
  };
  const unchanged = Object.keys(change).length === 0;
  const row = await (unchanged
    ? db.selectFrom('tags').selectAll().where('account_id', '=', account).where('id', '=', id).executeTakeFirst()
    : db
        .updateTable('tags')
        .set(change)
        .where('account_id', '=', account)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst());
  return row === undefined ? null : tagOf(row);
}

const named = (name: string | undefined) => (name === undefined ? {} : { name, folded_name: fold(name) });

async function orTaken<Result>(write: () => Promise<Result>): Promise<Result | 'name_taken'> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error)) return 'name_taken';
    throw error;
  }
}

function shortcutOf({ id, name, text, agent_id: owner }: ShortcutRow): Shortcut {
  return { id: id as ShortcutId, name, text, scope: owner === TEAM ? 'team' : 'personal' };
}

function tagOf({ id, name, color, description }: TagRow): Tag {
  return { id: id as TagId, name, color: color as Tag['color'], description };
}
