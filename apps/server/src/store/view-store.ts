import { TAG_COLORS } from '@vetrina/protocol/http/conversations';
import { type ViewAsks, type ViewDraft, viewAsks } from '@vetrina/protocol/http/views';
import type { AccountId, AgentId, ViewId } from '@vetrina/protocol/ids';
import type { Kysely, Transaction } from 'kysely';
import type { StoredView, ViewChoice, ViewRoom, ViewStore } from '../views/ports.ts';
import type { Database } from './database.ts';
import { type DialectName, held } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { SavedViewRow, ViewChoiceRow } from './schema-views.ts';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Saved views in SQL. What counts them holds the account's row. */
export function createViewStore({ db, dialect }: Pick<Database, 'db' | 'dialect'>): ViewStore {
  return {
    ...changesOf(db, dialect),
    ...choicesOf(db),
    async views(account) {
      const [views, choices] = await Promise.all([
        viewsOf(db, account),
        db.selectFrom('view_choices').selectAll().where('account_id', '=', account).execute(),
      ]);
      return { views, choices: choices.map(choiceOf) };
    },
    forgetAgent: (account, agent) =>
      db.transaction().execute(async (trx) => {
        const own = trx.selectFrom('saved_views').select('id').where('account_id', '=', account);
        const hidden = own.where('owner_id', '=', agent).where('shared', '=', 0);
        await trx
          .deleteFrom('view_choices')
          .where('account_id', '=', account)
          .where((each) => each.or([each('agent_id', '=', agent), each('view_id', 'in', hidden)]))
          .execute();
        const theirs = { account_id: account, owner_id: agent };
        await trx
          .deleteFrom('saved_views')
          .where((each) => each.and({ ...theirs, shared: 0 }))
          .execute();
        await trx
          .updateTable('saved_views')
          .set({ owner_id: null })
          .where((each) => each.and(theirs))
          .execute();
      }),
  };
}

function changesOf(db: Kysely<Schema>, dialect: DialectName): Pick<ViewStore, 'addView' | 'editView' | 'removeView'> {
  return {
    addView: (account, { id, owner, draft, at }, room) =>
      db.transaction().execute(async (trx) => {
        await trx.selectFrom('accounts').select('id').where('id', '=', account).modifyEnd(held(dialect)).execute();
        if (!hasRoom(await viewsOf(trx, account), draft, owner, room)) return 'too_many_views';
        const row = await trx
          .insertInto('saved_views')
          .values({ account_id: account, id, owner_id: owner, ...columnsOf(draft), created_at: at, changed_at: at })
          .returningAll()
          .executeTakeFirstOrThrow();
        return viewOf(row);
      }),
    editView: (account, id, { draft, owner, changedAt }, at, room) =>
      db.transaction().execute(async (trx) => {
        await trx.selectFrom('accounts').select('id').where('id', '=', account).modifyEnd(held(dialect)).execute();
        const all = await viewsOf(trx, account);
        const before = all.find((view) => view.id === id);
        if (before === undefined) return null;
        if (before.changedAt !== changedAt) return 'changed_meanwhile';
        const others = all.filter((view) => view !== before);
        if (draft.shared !== before.shared && !hasRoom(others, draft, owner, room)) return 'too_many_views';
        const row = await trx
          .updateTable('saved_views')
          .set({ owner_id: owner, ...columnsOf(draft), changed_at: Math.max(at, changedAt + 1) })
          .where('account_id', '=', account)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        return viewOf(row);
      }),
    removeView: (account, id) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('view_choices').where('account_id', '=', account).where('view_id', '=', id).execute();
        const { numDeletedRows } = await trx
          .deleteFrom('saved_views')
          .where('account_id', '=', account)
          .where('id', '=', id)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}

function choicesOf(db: Kysely<Schema>): Pick<ViewStore, 'chooseAlert' | 'orderViews'> {
  const choose = (
    trx: Db,
    key: { account_id: string; view_id: string; agent_id: string },
    choice: Partial<Pick<ViewChoiceRow, 'sound' | 'push' | 'position'>>,
  ) =>
    trx
      .insertInto('view_choices')
      .values({ position: null, ...key, ...choice })
      .onConflict((conflict) => conflict.columns(['account_id', 'view_id', 'agent_id']).doUpdateSet(choice))
      .execute();
  return {
    async chooseAlert(account, agent, view, { sound, push }) {
      const key = { account_id: account, view_id: view, agent_id: agent };
      await choose(db, key, { sound: sound ? 1 : 0, push: push ? 1 : 0 });
    },
    orderViews: (account, agent, views) =>
      db.transaction().execute(async (trx) => {
        await trx
          .updateTable('view_choices')
          .set({ position: null })
          .where('account_id', '=', account)
          .where('agent_id', '=', agent)
          .execute();
        for (const [position, view] of views.entries())
          await choose(trx, { account_id: account, view_id: view, agent_id: agent }, { position });
      }),
  };
}

async function viewsOf(db: Db, account: AccountId): Promise<readonly StoredView[]> {
  const rows = await db
    .selectFrom('saved_views')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(viewOf);
}

function hasRoom(others: readonly StoredView[], { shared }: ViewDraft, owner: AgentId | null, room: ViewRoom): boolean {
  if (shared) return others.filter((view) => view.shared).length < room.shared;
  return others.filter((view) => !view.shared && view.owner === owner).length < room.own;
}

function columnsOf({ name, color, shared, asks }: ViewDraft) {
  return { name, color, shared: shared ? 1 : 0, asks: JSON.stringify(asks) } as const;
}

function viewOf(row: SavedViewRow): StoredView {
  return {
    id: row.id as ViewId,
    owner: row.owner_id as AgentId | null,
    shared: row.shared === 1,
    name: row.name,
    color: TAG_COLORS.find((color) => color === row.color) ?? 'gray',
    asks: asksOf(row.asks),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** Null: a newer version saved it, which knew more. */
function asksOf(text: string): ViewAsks | null {
  return viewAsks.safeParse(JSON.parse(text)).data ?? null;
}

function choiceOf({ view_id: view, agent_id: agent, sound, push, position }: ViewChoiceRow): ViewChoice {
  return {
    ...{ view: view as ViewId, agent: agent as AgentId, position },
    alert: { sound: sound === 1, push: push === 1 },
  };
}
