import { ANSWERED_WITHIN, type Greeting, waitingGreeting } from '@vetrina/domain/automation/greeting';
import type { Conversation, LogEntry, NewLogEntry } from '@vetrina/domain/conversation';
import { endsGreeting, isAnswer } from '@vetrina/domain/conversation-messages';
import type { AccountId, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { sql, type Transaction } from 'kysely';
import type { Acknowledgement, ConversationLog, Decide, Place, Written } from '../conversations/ports.ts';
import { Refusal } from '../platform/refusal.ts';
import { addContact, contactsSince } from './contact-rows.ts';
import { heldLog } from './conversation-held-log.ts';
import { conversationColumns, conversationOf, entryColumns, senderColumns } from './conversation-rows.ts';
import type { Database } from './database.ts';
import { type DialectName, held } from './dialect.ts';
import type { Schema } from './schema.ts';

type Trx = Transaction<Schema>;
type Sent = Pick<NewLogEntry, 'id' | 'sender' | 'body'>;

/**
 * The log in SQL: one transaction per decision. The visitor's row is held first and the conversation's after it, so that
 * messages of one visitor come one after the other even before there is a conversation to hold, and two transactions never
 * wait for each other crosswise. SQLite lets one transaction through at a time anyway.
 */
export function createConversationLog({ db, dialect }: Pick<Database, 'db' | 'dialect'>): ConversationLog {
  return {
    change: (place, decide) =>
      db.transaction().execute(async (trx) => {
        const spot = await hold(trx, dialect, place);
        return spot === null ? null : settle(trx, spot, decide);
      }),
    say: (place, sent, decide) =>
      db.transaction().execute(async (trx) => {
        const spot = await hold(trx, dialect, place);
        if (spot === null) return null;
        const first = await firstAnswer(trx, spot, sent);
        if (first !== null) return { ack: first, written: null };
        const written = await settle(trx, spot, decide);
        if (written === null) throw new Error('a decision about a message has to place it');
        return { ack: acknowledgement(written, sent), written };
      }),
  };
}

/** A visitor whose conversations are held still. */
export interface Spot {
  readonly account: AccountId;
  readonly visitor: VisitorId;
  readonly visitorGroup: string | null;
  readonly current: Conversation | null;
  readonly newest: boolean;
  /** When something was last written to the visitor unasked. */
  readonly contactedAt: number | null;
}

export async function hold(trx: Trx, dialect: DialectName, place: Place): Promise<Spot | null> {
  const { account } = place;
  const visitor = 'visitor' in place ? place.visitor : await visitorOf(trx, account, place.conversation);
  if (visitor === null) return null;
  const row = await trx
    .selectFrom('visitors')
    .select(['group_name', 'contacted_at'])
    .where('account_id', '=', account)
    .where('id', '=', visitor)
    .modifyEnd(held(dialect))
    .executeTakeFirst();
  if (row === undefined) return null;
  const newest = await trx
    .selectFrom('conversations')
    .selectAll()
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .modifyEnd(held(dialect))
    .executeTakeFirst();
  const spot = { account, visitor, visitorGroup: row.group_name, contactedAt: row.contacted_at };
  if ('visitor' in place || newest?.id === place.conversation) {
    return { ...spot, current: newest === undefined ? null : conversationOf(newest), newest: true };
  }
  const older = await trx
    .selectFrom('conversations')
    .selectAll()
    .where('account_id', '=', account)
    .where('id', '=', place.conversation)
    .modifyEnd(held(dialect))
    .executeTakeFirstOrThrow();
  return { ...spot, current: conversationOf(older), newest: false };
}

/** A conversation never changes its visitor, so this may be read before anything is held. */
async function visitorOf(trx: Trx, account: AccountId, conversation: ConversationId): Promise<VisitorId | null> {
  const row = await trx
    .selectFrom('conversations')
    .select('visitor_id')
    .where('account_id', '=', account)
    .where('id', '=', conversation)
    .executeTakeFirst();
  return row === undefined ? null : (row.visitor_id as VisitorId);
}

/** @throws Refusal `id_reused` */
async function firstAnswer(trx: Trx, { account, visitor }: Spot, sent: Sent): Promise<Acknowledgement | null> {
  const row = await trx
    .selectFrom('conversation_entries')
    .select(['conversation_id', 'seq', 'public_seq', 'at', 'sender', 'sender_id', 'body'])
    .where('account_id', '=', account)
    .where('visitor_id', '=', visitor)
    .where('id', '=', sent.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { sender, sender_id } = senderColumns(sent.sender);
  const same = row.sender === sender && row.sender_id === sender_id && row.body === JSON.stringify(sent.body);
  if (!same) throw new Refusal('id_reused');
  return { conversation: row.conversation_id as ConversationId, seq: row.seq, publicSeq: row.public_seq, at: row.at };
}

/** Decides, and saves what was decided, while the visitor's conversations are held. */
export async function settle(trx: Trx, spot: Spot, decide: Decide): Promise<Written | null> {
  const { account, visitor, visitorGroup, current, newest } = spot;
  const log = heldLog(trx, account, current?.id ?? null);
  const greeting = (at: number) => waitingGreetingOf(trx, spot, at);
  const decided = await decide({ visitor, visitorGroup, current, newest, log, greeting });
  if (decided === null) return null;
  const { next, entries, readBy = null, contact = null } = decided;
  const before = current !== null && current.id === next.id ? current : null;
  if (before === null) await begin(trx, account, next);
  else if (before !== next) await replace(trx, account, before, next);
  await append(trx, account, next, entries);
  if (readBy !== null) await mark(trx, account, next.id, readBy);
  await noteContacts(trx, spot, entries);
  if (contact !== null) await addContact(trx, account, visitor, contact);
  return { before, after: next, entries, readBy, contact };
}

/** Most visitors were never written to: they cost no question. */
const isRecent = ({ contactedAt }: Spot, at: number): boolean =>
  contactedAt !== null && at - contactedAt < ANSWERED_WITHIN;

async function waitingGreetingOf(trx: Trx, spot: Spot, at: number): Promise<Greeting | null> {
  if (!isRecent(spot, at)) return null;
  const contacts = await contactsSince(trx, spot.account, spot.visitor, at - ANSWERED_WITHIN);
  return waitingGreeting(contacts, at)?.greeting ?? null;
}

/** A8, A6: once visitor or team has spoken no greeting waits any longer, and what the visitor says answers what they got. */
async function noteContacts(trx: Trx, spot: Spot, entries: readonly LogEntry[]): Promise<void> {
  const { account, visitor } = spot;
  const last = entries.at(-1);
  if (last === undefined || !isRecent(spot, last.at)) return;
  const ofVisitor = trx.updateTable('contacts').where('account_id', '=', account).where('visitor_id', '=', visitor);
  if (entries.some(endsGreeting)) await ofVisitor.set({ greeting: null }).where('greeting', 'is not', null).execute();
  if (!entries.some(isAnswer)) return;
  await ofVisitor
    .set({ answered_at: last.at })
    .where('answered_at', 'is', null)
    .where('at', '>', last.at - ANSWERED_WITHIN)
    .execute();
}

async function begin(trx: Trx, account: AccountId, next: Conversation): Promise<void> {
  await trx.insertInto('conversations').values(conversationColumns(account, next)).execute();
  await trx
    .updateTable('visitors')
    .set({ chats: sql`chats + 1` })
    .where('account_id', '=', account)
    .where('id', '=', next.visitor)
    .execute();
  await relist(trx, account, { id: next.id, agents: [], tags: [] }, next);
}

async function replace(trx: Trx, account: AccountId, before: Conversation, next: Conversation): Promise<void> {
  const { account_id: _, id: __, visitor_id: ___, ...columns } = conversationColumns(account, next);
  await trx
    .updateTable('conversations')
    .set(columns)
    .where('account_id', '=', account)
    .where('id', '=', next.id)
    .execute();
  await relist(trx, account, before, next);
}

type Listed = Pick<Conversation, 'id' | 'agents' | 'tags'>;

/** Keeps the rows by which a search finds a conversation's agents and tags. */
async function relist(trx: Trx, account: AccountId, before: Listed, next: Listed): Promise<void> {
  const conversation_id = next.id;
  for (const agent_id of missingFrom(before.agents, next.agents)) {
    await trx
      .insertInto('conversation_agents')
      .values({ account_id: account, agent_id, conversation_id, here: 1 })
      .onConflict((known) => known.columns(['account_id', 'agent_id', 'conversation_id']).doUpdateSet({ here: 1 }))
      .execute();
  }
  for (const tag_id of missingFrom(before.tags, next.tags)) {
    await trx.insertInto('conversation_tags').values({ account_id: account, tag_id, conversation_id }).execute();
  }
  const goneAgents = missingFrom(next.agents, before.agents);
  if (goneAgents.length > 0) {
    await trx
      .updateTable('conversation_agents')
      .set({ here: 0 })
      .where('account_id', '=', account)
      .where('agent_id', 'in', goneAgents)
      .where('conversation_id', '=', conversation_id)
      .execute();
  }
  const goneTags = missingFrom(next.tags, before.tags);
  if (goneTags.length === 0) return;
  await trx
    .deleteFrom('conversation_tags')
    .where('account_id', '=', account)
    .where('tag_id', 'in', goneTags)
    .where('conversation_id', '=', conversation_id)
    .execute();
}

const missingFrom = <Id>(has: readonly Id[], wanted: readonly Id[]): Id[] => wanted.filter((id) => !has.includes(id));

/** Adds entries, and marks what they take back as recalled. */
async function append(trx: Trx, account: AccountId, next: Conversation, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await trx
    .insertInto('conversation_entries')
    .values(entries.map((entry) => entryColumns(account, next, entry)))
    .execute();
  for (const { body } of entries) {
    if (body.kind !== 'recalled') continue;
    await trx
      .updateTable('conversation_entries')
      .set({ recalled: 1 })
      .where('account_id', '=', account)
      .where('conversation_id', '=', next.id)
      .where('id', '=', body.message)
      .where('kind', 'in', ['text', 'file'])
      .execute();
  }
}

async function mark(
  trx: Trx,
  account: AccountId,
  conversation: ConversationId,
  { agent, seq, visitorMessages }: NonNullable<Written['readBy']>,
): Promise<void> {
  const facts = { seq, visitor_messages: visitorMessages };
  await trx
    .insertInto('conversation_reads')
    .values({ account_id: account, agent_id: agent, conversation_id: conversation, ...facts })
    .onConflict((conflict) => conflict.columns(['account_id', 'agent_id', 'conversation_id']).doUpdateSet(facts))
    .execute();
}

function acknowledgement({ after, entries }: Written, { id }: Sent): Acknowledgement {
  const entry = entries.find((each) => each.id === id);
  if (entry === undefined) throw new Error('a decision about a message has to place it');
  return { conversation: after.id, seq: entry.seq, publicSeq: entry.publicSeq, at: entry.at };
}
