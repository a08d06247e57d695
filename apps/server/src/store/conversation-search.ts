import { fold } from '@vetrina/domain/fold';
import type { ConversationSearch } from '@vetrina/protocol/http/conversations';
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

/** C4: search over an account's conversations. Pages end at a place in the order, so that nothing is shown twice or left out. */
export function createConversationIndex({ db, dialect }: Pick<Database, 'db' | 'dialect'>): ConversationIndex {
  return {
    async search(account, viewer, search) {
      const order = orderOf(search);
      const matching = and([
        sql`c.account_id = ${account}`,
        ...(search.state === 'any' || search.visitor !== undefined ? [] : [sql`c.state = ${sql.lit('resolved')}`]),
        ...inSight(viewer),
        ...conditions(dialect, search, order),
        ...wordsFound(dialect, search.text ?? ''),
      ]);
      const limit = search.limit ?? PAGE;
      const { rows } = await sql<ConversationRow>`
        select c.* from conversations as c where ${and([matching, ...after(search.after, order)])}
        order by ${order} desc, c.id desc limit ${limit + 1}`.execute(db);
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const isAll = last === undefined && search.after === undefined;
      return {
        conversations: page.map(conversationOf),
        total: isAll ? page.length : await count(db, matching),
        next: last === undefined ? null : placeOf(last, search),
      };
    },
  };
}

async function count(db: Kysely<Schema>, matching: Where): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from conversations as c where ${matching}`.execute(db);
  return rows[0]?.total ?? 0;
}

const and = (all: readonly Where[]): Where => sql`(${sql.join(all, sql` and `)})`;

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
  return [sql`(c.group_name in (${sql.join(groups)}) or ${has('conversation_agents', 'agent_id', agent)})`];
}

function conditions(dialect: DialectName, search: ConversationSearch, order: Where): Where[] {
  const { visitor, agent, group, tag, rating, page, from, to } = search;
  const all: Where[] = [];
  if (visitor !== undefined) all.push(sql`c.visitor_id = ${visitor}`);
  if (agent !== undefined) all.push(has('conversation_agents', 'agent_id', agent));
  if (group !== undefined) all.push(sql`c.group_name = ${group}`);
  if (tag !== undefined) all.push(has('conversation_tags', 'tag_id', tag));
  if (rating !== undefined) all.push(sql`c.rating = ${rating}`);
  if (from !== undefined) all.push(sql`${order} >= ${from}`);
  if (to !== undefined) all.push(sql`${order} <= ${to}`);
  if (page !== undefined) all.push(contains(dialect, sql`lower(c.page_url)`, page.toLowerCase()));
  return all;
}

function has(table: 'conversation_agents' | 'conversation_tags', column: string, id: string): Where {
  return sql`exists (select 1 from ${sql.table(table)} as listed where listed.account_id = c.account_id
    and ${sql.ref(`listed.${column}`)} = ${id} and listed.conversation_id = c.id)`;
}

/** Every word stands somewhere in the conversation, case and accents ignored. */
function wordsFound(dialect: DialectName, text: string): Where[] {
  const words = new Set(
    fold(text)
      .split(' ')
      .filter((word) => word !== ''),
  );
  return [...words].slice(0, WORDS).map(
    (word) => sql`exists (select 1 from conversation_entries as e where e.account_id = c.account_id
      and e.conversation_id = c.id and e.folded is not null and ${contains(dialect, sql`e.folded`, word)})`,
  );
}
