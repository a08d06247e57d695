import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { silentLog } from '../platform/log.ts';
import { createConversationIndex } from './conversation-search.ts';
import { openDatabase } from './database.ts';

const ACCOUNT = 'account' as AccountId;
const VIEWER = { agent: 'agent' as AgentId, groups: [] };

it('C4: words are looked for in one slice of the conversations after the other, and none is left out or doubled', async () => {
  const database = await openDatabase({ kind: 'memory' }, silentLog);
  await sql`pragma foreign_keys = off`.execute(database.db);
  const MANY = 1_203;
  // Many that ended in the same moment, so that slices begin and end among equals.
  await sql`
    with recursive nth(n) as (select 0 union all select n + 1 from nth where n < ${MANY - 1})
    insert into conversations (account_id, id, visitor_id, state, started_by, offline, agents, tags, last_seq, last_public_seq,
      visitor_messages, team_messages, visitor_read_seq, visitor_read_messages, team_read_seq, team_read_messages, created_at, resolved_at)
    select ${ACCOUNT}, printf('co%05d', n), 'v' || n, 'resolved', 'visitor', 0, '[]', '[]', 1, 1, 1, 0, 0, 0, 0, 0, 0, n / 700 from nth
  `.execute(database.db);
  await sql`
    insert into conversation_entries (account_id, conversation_id, seq, id, visitor_id, at, sender, sender_id, kind, body, folded, recalled)
    select account_id, id, 1, 'm', visitor_id, 0, 'visitor', '', 'text', '{}', 'word ' || (rowid % 3), 0 from conversations
  `.execute(database.db);
  const index = createConversationIndex(database);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await index.search(ACCOUNT, VIEWER, { text: 'word 1', limit: 150, ...(after && { after }) });
    expect(page.total).toBe(MANY / 3);
    seen.push(...page.conversations.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(new Set(seen).size).toBe(MANY / 3);
  expect(seen).toHaveLength(MANY / 3);
  expect(await index.search(ACCOUNT, VIEWER, { text: 'nowhere' })).toEqual({ conversations: [], total: 0, next: null });
  await database.close();
});
