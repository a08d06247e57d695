import type { BotState } from '@vetrina/domain/chatbots/bot-state';
import type { BotCount, BotPending, Introduction } from '@vetrina/domain/chatbots/bot-turn';
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
import { searchedOf } from './visitor-rows.ts';

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
        await introduce(trx, key, turn.introductions);
        return { turn, ...saved };
      }),
    waitingTalks: () => waitingTalks(db),
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

/**
 * Who the visitor said they are is kept with the answer: whoever is on the site is shown it a moment later, and whoever was cut off by
 * a restart is known when they are back.
 */
async function introduce(
  trx: Trx,
  { account, visitor }: VisitorKey,
  introductions: readonly Introduction[],
): Promise<void> {
  if (introductions.length === 0) return;
  const known = await trx
    .selectFrom('visitors')
    .select(['name', 'email', 'phone'])
    .where('account_id', '=', account)
    .where('id', '=', visitor)
    .executeTakeFirstOrThrow();
  const who = { ...known, ...Object.fromEntries(introductions.map(({ as, value }) => [as, value])) };
  await trx
    .updateTable('visitors')
    .set({ ...who, customer: 1, folded: searchedOf(who) })
    .where('account_id', '=', account)
    .where('id', '=', visitor)
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
  const pending = rows.map((row) => ({ ...keyOf(row), pending: talkOfRow(row).pending }));
  return [...pending, ...(await unheardTalks(db)).map((row) => ({ ...keyOf(row), pending: null }))];
}

/** Whose visitor was answered that their message is kept, just before the server was killed. */
function unheardTalks(db: Kysely<Schema>) {
  return db
    .selectFrom('bot_talks as talk')
    .innerJoin('conversations as answered', (join) =>
      join
        .onRef('answered.account_id', '=', 'talk.account_id')
        .onRef('answered.visitor_id', '=', 'talk.visitor_id')
        .on('answered.automated', '=', 1),
    )
    .innerJoin('conversation_entries as entry', (join) =>
      join
        .onRef('entry.account_id', '=', 'answered.account_id')
        .onRef('entry.conversation_id', '=', 'answered.id')
        .on('entry.sender', '=', 'visitor')
        .on('entry.kind', 'in', ['text', 'file']),
    )
    .where('talk.pending', 'is', null)
    .where(sql<boolean>`entry.seq > case when talk.conversation_id = answered.id then talk.heard_seq else 0 end`)
    .select(['talk.account_id', 'talk.visitor_id'])
    .distinct()
    .execute();
}

const keyOf = ({ account_id, visitor_id }: Pick<BotTalkRow, 'account_id' | 'visitor_id'>): VisitorKey => ({
  account: account_id as AccountId,
  visitor: visitor_id as VisitorId,
});
