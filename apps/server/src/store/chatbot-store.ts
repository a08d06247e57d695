import { type Flow, flow } from '@vetrina/protocol/automation/flow';
import type { Chatbot, ChatbotStatistics, ChatbotSummary } from '@vetrina/protocol/http/chatbots';
import type { AccountId, ChatbotId, FlowBlockId } from '@vetrina/protocol/ids';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ChatbotRecords, ChatbotStore } from '../chatbots/ports.ts';
import { createBotTalkLog } from './bot-talk-log.ts';
import type { Database } from './database.ts';
import { type DialectName, held } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { ChatbotRow } from './schema-automation.ts';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Chatbots in SQL, and the talks with them. */
export function createChatbotStore(database: Pick<Database, 'db' | 'dialect'>): ChatbotRecords {
  return { ...createBotTalkLog(database), ...chatbotsOf(database) };
}

function chatbotsOf({ db, dialect }: Pick<Database, 'db' | 'dialect'>): ChatbotStore {
  return {
    chatbots: (account) => summaries(db, account),
    chatbot: (account, id) => one(db, account, id),
    addChatbot: (account, chatbot, most) =>
      db.transaction().execute(async (trx) => {
        await trx.selectFrom('accounts').select('id').where('id', '=', account).modifyEnd(held(dialect)).execute();
        const known = await trx.selectFrom('chatbots').select('id').where('account_id', '=', account).execute();
        if (known.length >= most) return null;
        const { id, name, draft, createdAt, changedAt } = chatbot;
        await trx
          .insertInto('chatbots')
          .values({
            ...{ account_id: account, id, name, draft: JSON.stringify(draft), published: null, is_published: 0 },
            ...{ published_at: null, created_at: createdAt, changed_at: changedAt },
          })
          .execute();
        return chatbot;
      }),
    saveDraft: (account, id, { name, draft, changedAt }, at) =>
      unlessChanged(db, dialect, account, id, changedAt, () => ({
        ...{ name, draft: JSON.stringify(draft) },
        changed_at: Math.max(at, changedAt + 1),
      })),
    publish: (account, id, changedAt, at) =>
      unlessChanged(db, dialect, account, id, changedAt, ({ draft }) => ({
        ...{ published: draft, is_published: 1, published_at: at },
      })),
    async unpublish(account, id) {
      const row = await db
        .updateTable('chatbots')
        .set({ is_published: 0 })
        .where('account_id', '=', account)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : chatbotOf(row);
    },
    async removeChatbot(account, id) {
      const { numDeletedRows } = await db
        .deleteFrom('chatbots')
        .where('account_id', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    chatbotStatistics: (account, id) => statistics(db, account, id),
  };
}

async function one(db: Db, account: AccountId, id: ChatbotId): Promise<Chatbot | null> {
  const row = await db
    .selectFrom('chatbots')
    .selectAll()
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : chatbotOf(row);
}

/** Two people may have the same chatbot open: whoever saves what is not the newest is told. */
function unlessChanged(
  db: Kysely<Schema>,
  dialect: DialectName,
  account: AccountId,
  id: ChatbotId,
  changedAt: number,
  change: (row: ChatbotRow) => Partial<ChatbotRow>,
): Promise<Chatbot | 'changed_meanwhile' | null> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('chatbots')
      .selectAll()
      .where('account_id', '=', account)
      .where('id', '=', id)
      .modifyEnd(held(dialect))
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.changed_at !== changedAt) return 'changed_meanwhile';
    const saved = await trx
      .updateTable('chatbots')
      .set(change(row))
      .where('account_id', '=', account)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return chatbotOf(saved);
  });
}

async function summaries(db: Db, account: AccountId): Promise<readonly ChatbotSummary[]> {
  const rows = await db
    .selectFrom('chatbots')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const talks = await talksOf(db, account);
  return rows.map((row) => {
    const { draft, published, ...kept } = chatbotOf(row);
    const { started = 0, answered = 0 } = talks.get(row.id) ?? {};
    return { ...kept, blocks: draft.blocks.length, isChanged: row.draft !== row.published, started, answered };
  });
}

/** Visitors whom each bot was started for, and of them who answered. */
async function talksOf(db: Db, account: AccountId, since = 0) {
  const rows = await db
    .selectFrom('contacts')
    .select([
      'chatbot_id',
      sql<number>`count(*)`.as('started'),
      sql<number>`sum(case when answered_at is not null then 1 else 0 end)`.as('answered'),
    ])
    .where('account_id', '=', account)
    .where('chatbot_id', 'is not', null)
    .where('held_out', '=', 0)
    .where('at', '>=', since)
    .groupBy('chatbot_id')
    .execute();
  return new Map(rows.map(({ chatbot_id, ...counts }) => [chatbot_id, counts]));
}

async function statistics(db: Db, account: AccountId, id: ChatbotId): Promise<ChatbotStatistics | null> {
  const chatbot = await one(db, account, id);
  if (chatbot === null) return null;
  const { publishedAt } = chatbot;
  if (publishedAt === null) return { since: null, started: 0, answered: 0, blocks: [] };
  const rows = await db
    .selectFrom('bot_counts')
    .select(['block_id', 'what', 'times'])
    .where('account_id', '=', account)
    .where('chatbot_id', '=', id)
    .where('version', '=', publishedAt)
    .execute();
  const { started = 0, answered = 0 } = (await talksOf(db, account, publishedAt)).get(id) ?? {};
  const blocks = (chatbot.published?.blocks ?? []).map(({ id: block }) => blockStatistics(block, rows));
  return { since: publishedAt, started, answered, blocks };
}

function blockStatistics(
  block: FlowBlockId,
  rows: readonly { readonly block_id: string; readonly what: string; readonly times: number }[],
): ChatbotStatistics['blocks'][number] {
  const own = rows.filter(({ block_id }) => block_id === block);
  const timesOf = (what: string): number => own.find((row) => row.what === what)?.times ?? 0;
  const exits = own.filter(({ what }) => what !== 'entered' && what !== 'ended');
  return {
    ...{ block, entered: timesOf('entered'), ended: timesOf('ended') },
    exits: exits.map(({ what, times }) => ({ exit: what, times })),
  };
}

const flowOf = (text: string): Flow => flow.parse(JSON.parse(text));

function chatbotOf(row: ChatbotRow): Chatbot {
  return {
    ...{ id: row.id as ChatbotId, name: row.name, isPublished: row.is_published === 1 },
    ...{ publishedAt: row.published_at, createdAt: row.created_at, changedAt: row.changed_at },
    draft: flowOf(row.draft),
    published: row.published === null ? null : flowOf(row.published),
  };
}
