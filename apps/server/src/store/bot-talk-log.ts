import type { BotState } from '@vetrina/domain/chatbots/bot-state';
import type { BotCount, BotPending } from '@vetrina/domain/chatbots/bot-turn';
import type { Conversation } from '@vetrina/domain/conversation';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { AccountId, ChatbotId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { BotBeginning } from '../automation/ports.ts';
import type { BotStanding, BotTalk, BotTalkLog, BotTurned } from '../chatbots/ports.ts';
import type { VisitorKey } from '../visitors/ports.ts';
import { contactOf } from './contact-rows.ts';
import { hold, type Spot, settle } from './conversation-log.ts';
import { entryOf } from './conversation-rows.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import type { BotTalkRow } from './schema-automation.ts';

type Trx = Transaction<Schema>;

/** Talks with bots in SQL: one transaction per turn, which holds the visitor as conversations do. */
export function createBotTalkLog({ db, dialect }: Pick<Database, 'db' | 'dialect'>): BotTalkLog {
  return {
    turn: (key, decide) =>
      db.transaction().execute(async (trx) => {
        const spot = await hold(trx, dialect, key);
        const talk = spot === null ? null : await talkOf(trx, key);
        if (spot === null || talk === null) return null;
        const turn = decide(await standingOf(trx, spot, talk));
        if (turn === null) return null;
        const saved = await savePlace(trx, spot, talk, turn);
        await saveTalk(trx, key, { ...talk, ...turn, ...heardUntil(saved.written?.after ?? spot.current) });
        await addCounts(trx, key.account, talk.chatbot, turn.state, turn.counts);
        return { turn, ...saved };
      }),
    waitingTalks: () => waitingTalks(db),
    unheardTalks: () => unheardTalks(db),
  };
}

/** A rule started a chatbot: its talk takes the place of an older one. */
export async function beginTalk(
  trx: Trx,
  key: VisitorKey,
  contact: MessageId,
  { chatbot, state, pending, counts }: BotBeginning,
  current: Conversation | null,
): Promise<void> {
  await saveTalk(trx, key, { chatbot, contact, state, pending, ...heardUntil(current) });
  await addCounts(trx, key.account, chatbot, state, counts);
}

/** Whatever was said before is no answer to what the bot says now. */
const heardUntil = (current: Conversation | null): Pick<BotTalk, 'conversation' | 'heardSeq'> => ({
  conversation: current?.id ?? null,
  heardSeq: current?.lastSeq ?? 0,
});

async function talkOf(trx: Trx, { account, visitor }: VisitorKey): Promise<BotTalk | null> {
  const row = await trx
    .selectFrom('bot_talks')
    .selectAll()
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .executeTakeFirst();
  return row === undefined ? null : talkOfRow(row);
}

function talkOfRow({ chatbot_id, contact_id, conversation_id, heard_seq, state, pending }: BotTalkRow): BotTalk {
  return {
    ...{ chatbot: chatbot_id as ChatbotId, contact: contact_id as MessageId },
    ...{ conversation: conversation_id as ConversationId | null, heardSeq: heard_seq },
    state: JSON.parse(state) as BotState,
    pending: pending === null ? null : (JSON.parse(pending) as BotPending),
  };
}

async function standingOf(trx: Trx, { account, visitor, current }: Spot, talk: BotTalk): Promise<BotStanding> {
  const chatbot = await trx
    .selectFrom('chatbots')
    .select(['name', 'published'])
    .where('account_id', '=', account)
    .where('id', '=', talk.chatbot)
    .executeTakeFirst();
  const contact = await trx
    .selectFrom('contacts')
    .selectAll()
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .where('id', '=', talk.contact)
    .executeTakeFirst();
  const unheard =
    current?.automated === true
      ? await trx
          .selectFrom('conversation_entries')
          .selectAll()
          .where('account_id', '=', account)
          .where('conversation_id', '=', current.id)
          .where('sender', '=', 'visitor')
          .where('seq', '>', talk.conversation === current.id ? talk.heardSeq : 0)
          .orderBy('seq')
          .execute()
      : [];
  return {
    ...{ talk, current },
    chatbot:
      chatbot === undefined || chatbot.published === null
        ? null
        : { name: chatbot.name, flow: JSON.parse(chatbot.published) as Flow },
    contact: contact === undefined ? null : contactOf(contact),
    unheard: unheard.map(entryOf),
  };
}

async function savePlace(
  trx: Trx,
  spot: Spot,
  talk: BotTalk,
  { place }: BotTurned['turn'],
): Promise<Pick<BotTurned, 'written' | 'contact'>> {
  switch (place.in) {
    case 'nowhere':
      return { written: null, contact: null };
    case 'conversation':
      return { written: await settle(trx, spot, () => place.step), contact: null };
    case 'greeting': {
      const row = await trx
        .updateTable('contacts')
        .set({ greeting: JSON.stringify(place.greeting) })
        .where('account_id', '=', spot.account)
        .where('visitor_id', '=', spot.visitor)
        .where('id', '=', talk.contact)
        .returningAll()
        .executeTakeFirst();
      return { written: null, contact: row === undefined ? null : contactOf(row) };
    }
  }
}

/** One that is over is gone. */
async function saveTalk(trx: Trx, { account, visitor }: VisitorKey, talk: BotTalk): Promise<void> {
  const { chatbot, contact, conversation, heardSeq, state, pending } = talk;
  if (state.doing.is === 'over') {
    await trx.deleteFrom('bot_talks').where('account_id', '=', account).where('visitor_id', '=', visitor).execute();
    return;
  }
  const facts = {
    ...{ chatbot_id: chatbot, contact_id: contact, conversation_id: conversation, heard_seq: heardSeq },
    state: JSON.stringify(state),
    pending: pending === null ? null : JSON.stringify(pending),
  };
  await trx
    .insertInto('bot_talks')
    .values({ account_id: account, visitor_id: visitor, ...facts })
    .onConflict((known) => known.columns(['account_id', 'visitor_id']).doUpdateSet(facts))
    .execute();
}

async function addCounts(
  trx: Trx,
  account: AccountId,
  chatbot: ChatbotId,
  { version }: BotState,
  counts: readonly BotCount[],
): Promise<void> {
  for (const count of counts) {
    const what = count.what === 'left' ? count.by : count.what;
    await trx
      .insertInto('bot_counts')
      .values({ account_id: account, chatbot_id: chatbot, version, block_id: count.block, what, times: 1 })
      .onConflict((known) =>
        known
          .columns(['account_id', 'chatbot_id', 'version', 'block_id', 'what'])
          .doUpdateSet({ times: sql`bot_counts.times + 1` }),
      )
      .execute();
  }
}

async function waitingTalks(db: Kysely<Schema>) {
  const rows = await db.selectFrom('bot_talks').selectAll().where('pending', 'is not', null).execute();
  return rows.flatMap((row) => {
    const { pending } = talkOfRow(row);
    return pending === null
      ? []
      : [{ account: row.account_id as AccountId, visitor: row.visitor_id as VisitorId, pending }];
  });
}

async function unheardTalks(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom('bot_talks')
    .innerJoin('conversations', (on) =>
      on
        .onRef('conversations.account_id', '=', 'bot_talks.account_id')
        .onRef('conversations.visitor_id', '=', 'bot_talks.visitor_id'),
    )
    .select(['bot_talks.account_id', 'bot_talks.visitor_id'])
    .where('conversations.automated', '=', 1)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('conversation_entries')
          .select('seq')
          .whereRef('conversation_entries.account_id', '=', 'conversations.account_id')
          .whereRef('conversation_entries.conversation_id', '=', 'conversations.id')
          .where('sender', '=', 'visitor')
          .where('kind', 'in', ['text', 'file'])
          .where('seq', '>', heardIn),
      ),
    )
    .execute();
  return rows.map(({ account_id, visitor_id }) => ({
    account: account_id as AccountId,
    visitor: visitor_id as VisitorId,
  }));
}

/** Up to where the bot has heard a conversation: of one that began since, nothing. */
const heardIn = sql<number>`case when bot_talks.conversation_id = conversations.id then bot_talks.heard_seq else 0 end`;
