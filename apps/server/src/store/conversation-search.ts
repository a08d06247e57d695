import { fold } from '@vetrina/domain/fold';
import type { ConversationSearch } from '@vetrina/protocol/http/conversations';
import type { AccountId, AgentId, TagId } from '@vetrina/protocol/ids';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ConversationIndex, Viewer } from '../conversations/ports.ts';
import { conversationOf } from './conversation-rows.ts';
import type { Database } from './database.ts';
import { contains, type DialectName } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { ConversationRow } from './schema-conversations.ts';

const PAGE = 50;
/** More words than these narrow nothing down any more, and each costs a look through the log. */
const WORDS = 12;

type Where = RawBuilder<unknown>;

/** Conversations whose words are looked through in one statement: everybody else's statements come between two of them. */
const SLICE = 250;

/** C4: search over an account's conversations. Pages end at a place in the order, so that nothing is shown twice or left out. */
export function createConversationIndex({ db, dialect }: Pick<Database, 'db' | 'dialect'>): ConversationIndex {
  return {
    async search(account, viewer, search) {
      const candidates = and([
        sql`c.account_id = ${account}`,
        ...(search.state === 'any' || search.visitor !== undefined ? [] : [sql`c.state = ${sql.lit('resolved')}`]),
        ...inSight(viewer),
        ...conditions(dialect, search, orderOf(search)),
      ]);
      const words = wordsFound(dialect, search.text ?? '');
      if (words.length === 0) return withoutWords(db, candidates, search);
      const { ids, total } = await lookedThrough(db, candidates, and(words), search);
      return { ...pageOf(await rowsOf(db, account, ids), search), total };
    },
  };
}

type Rows = readonly ConversationRow[];

async function withoutWords(db: Kysely<Schema>, matching: Where, search: ConversationSearch) {
  const order = orderOf(search);
  const { rows } = await sql<ConversationRow>`
    select c.* from conversations as c where ${and([matching, ...after(search.after, order)])}
    order by ${order} desc, c.id desc limit ${limitOf(search) + 1}`.execute(db);
  const page = pageOf(rows, search);
  const isAll = page.next === null && search.after === undefined;
  return { ...page, total: isAll ? rows.length : await count(db, matching) };
}

/** @param rows one more than fits, if there is one */
function pageOf(rows: Rows, search: ConversationSearch) {
  const page = rows.slice(0, limitOf(search));
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return { conversations: page.map(conversationOf), next: last === undefined ? null : placeOf(last, search) };
}

/**
 * Looks for words slice by slice: in one statement, a log of years would keep everybody who writes to the database waiting.
 * Answers one id more than fits on the page, if there is one, and how many there are in all.
 */
async function lookedThrough(db: Kysely<Schema>, candidates: Where, words: Where, search: ConversationSearch) {
  const order = orderOf(search);
  const place = sql`c.place`;
  const due = and([sql`1 = 1`, ...after(search.after, place)]);
  const ids: string[] = [];
  let total = 0;
  let from: string | undefined;
  do {
    const { rows } = await sql<{ id: string; place: number; hit: number; due: number }>`
      select c.id, c.place, case when ${words} then 1 else 0 end as hit, case when ${due} then 1 else 0 end as due
      from (select c.account_id, c.id, c.visitor_id, ${order} as place from conversations as c
        where ${and([candidates, ...after(from, order)])} order by ${order} desc, c.id desc limit ${SLICE}) as c
      order by c.place desc, c.id desc`.execute(db);
    const hits = rows.filter(({ hit }) => hit === 1);
    total += hits.length;
    ids.push(...hits.filter((one) => one.due === 1).map(({ id }) => id));
    ids.splice(limitOf(search) + 1);
    const last = rows.at(SLICE - 1);
    from = last === undefined ? undefined : `${last.place}.${last.id}`;
  } while (from !== undefined);
  return { ids, total };
}

/** In the order of the ids. */
async function rowsOf(db: Kysely<Schema>, account: AccountId, ids: readonly string[]): Promise<Rows> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ConversationRow>`
    select c.* from conversations as c where c.account_id = ${account} and c.id in (${sql.join(ids)})`.execute(db);
  const byId = new Map(rows.map((row) => [row.id as string, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function count(db: Kysely<Schema>, matching: Where): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from conversations as c where ${matching}`.execute(db);
  return rows[0]?.total ?? 0;
}

const and = (all: readonly Where[]): Where => sql`(${sql.join(all, sql` and `)})`;

const limitOf = ({ limit }: ConversationSearch): number => limit ?? PAGE;

/** By when it was resolved; all of a visitor's, or those of any state, by when they began. */
const orderOf = (search: ConversationSearch): Where => (byBeginning(search) ? sql`c.created_at` : sql`c.resolved_at`);
const byBeginning = ({ state, visitor }: ConversationSearch): boolean => state === 'any' || visitor !== undefined;

function placeOf(row: ConversationRow, search: ConversationSearch): string {
  return `${byBeginning(search) ? row.created_at : row.resolved_at}.${row.id}`;
}

/** A place that nobody was given is one before the beginning. */
function after(place: string | undefined, order: Where): Where[] {
  const found = /^(\d{1,15})\.(.+)$/.exec(place ?? '');
  if (found === null) return [];
  const at = Number(found[1]);
  return [sql`(${order} < ${at} or (${order} = ${at} and c.id < ${found[2]}))`];
}

/** T1: as `domain/conversation-sight` says it. */
function inSight({ agent, groups }: Viewer): Where[] {
  if (groups.length === 0) return [];
  return [sql`(c.group_name in (${sql.join(groups)}) or ${isOn(agent)})`];
}

function conditions(dialect: DialectName, search: ConversationSearch, order: Where): Where[] {
  const { visitor, agent, group, tag, rating, page, from, to } = search;
  const all: Where[] = [];
  if (visitor !== undefined) all.push(sql`c.visitor_id = ${visitor}`);
  if (agent !== undefined) all.push(wasOn(agent));
  if (group !== undefined) all.push(sql`c.group_name = ${group}`);
  if (tag !== undefined) all.push(isTagged(tag));
  if (rating !== undefined) all.push(sql`c.rating = ${rating}`);
  if (from !== undefined) all.push(sql`${order} >= ${from}`);
  if (to !== undefined) all.push(sql`${order} <= ${to}`);
  if (page !== undefined) all.push(contains(dialect, sql`lower(c.page_url)`, page.toLowerCase()));
  return all;
}

const isOn = (agent: AgentId): Where => listed('conversation_agents', sql`agent_id = ${agent} and here = 1`);
/** Is on it, or was before somebody else. */
const wasOn = (agent: AgentId): Where => listed('conversation_agents', sql`agent_id = ${agent}`);
const isTagged = (tag: TagId): Where => listed('conversation_tags', sql`tag_id = ${tag}`);

function listed(table: 'conversation_agents' | 'conversation_tags', what: Where): Where {
  return sql`exists (select 1 from ${sql.table(table)} as listed where listed.account_id = c.account_id
    and listed.conversation_id = c.id and ${what})`;
}

/** Every word stands somewhere in the conversation, or in what is known of its visitor, case and accents ignored. */
function wordsFound(dialect: DialectName, text: string): Where[] {
  const words = new Set(
    fold(text)
      .split(' ')
      .filter((word) => word !== ''),
  );
  return [...words].slice(0, WORDS).map(
    (word) => sql`(exists (select 1 from conversation_entries as e where e.account_id = c.account_id
      and e.conversation_id = c.id and e.folded is not null and ${contains(dialect, sql`e.folded`, word)})
      or exists (select 1 from visitors as v where v.account_id = c.account_id and v.id = c.visitor_id
      and v.folded is not null and ${contains(dialect, sql`v.folded`, word)}))`,
  );
}
