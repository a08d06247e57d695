import type { Span } from '@vetrina/domain/statistics/period';
import type { RatingComment } from '@vetrina/protocol/http/statistics';
import type { AgentId, ConversationId, RuleId } from '@vetrina/protocol/ids';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { AgentRead, Reading, Scope, StatisticsRead, TalkCount, TalksRead } from '../statistics/ports.ts';
import type { Schema } from './schema.ts';
import { bucketOf, ofGroups, ofSight, type Stretch } from './statistics-sql.ts';

type Db = Kysely<Schema> | Transaction<Schema>;

const COMMENTS = 6;
const IS_MESSAGE = sql`entry.kind in ('text', 'file')`;

/** ST3–ST5, ST7–ST9: what is read of conversations, and of automatic messages. */
export async function readTalks(
  db: Db,
  { scope, now, before, missedBefore, agents }: Reading,
): Promise<Pick<StatisticsRead, 'talks' | 'comments' | 'rules' | 'agents'>> {
  return {
    talks: { now: await talksIn(db, scope, now, missedBefore), before: await talksIn(db, scope, before, missedBefore) },
    comments: await comments(db, scope, now),
    rules: await rules(db, scope, now),
    agents: agents === 'none' ? [] : await agentsIn(db, scope, now, agents === 'own' ? scope.agent : null),
  };
}

/**
 * Each conversation that began in the stretch, with when the visitor began to wait for a person (null: not yet, or a
 * chatbot answers) and when one first wrote. A chatbot's is known by what was written first: it stands among `contacts`.
 */
function talks(scope: Scope, { from, until }: Stretch): RawBuilder<unknown> {
  return sql`found as (
    select conversations.account_id, conversations.id, conversations.visitor_id, conversations.started_by,
      conversations.automated, conversations.offline, conversations.state, conversations.rating,
      conversations.created_at, conversations.resolved_at,
      min(case when entry.sender = 'visitor' and ${IS_MESSAGE} then entry.at end) as asked_at,
      min(case when entry.sender in ('automation', 'automation-as') and entry.kind = 'transferred' then entry.at end)
        as handed_at,
      min(case when entry.sender = 'agent' and ${IS_MESSAGE} then entry.at end) as answered_at,
      min(case when entry.seq = 1 then entry.id end) as opener
    from conversations
    join conversation_entries as entry
      on entry.account_id = conversations.account_id and entry.conversation_id = conversations.id
    where conversations.account_id = ${scope.account}
      and conversations.created_at >= ${from} and conversations.created_at < ${until} ${ofSight(scope)}
    group by conversations.account_id, conversations.id
  ), begun as (
    select found.*, case when started_by <> 'automation' then started_by
      when contacts.chatbot_id is null then 'message' else 'chatbot' end as beginner
    from found
    left join contacts on found.started_by = 'automation' and contacts.account_id = found.account_id
      and contacts.visitor_id = found.visitor_id and contacts.id = found.opener
  ), talk as (
    select begun.*, case when started_by = 'agent' or automated = 1 then null
      when beginner = 'chatbot' then handed_at else asked_at end as waits_from
    from begun
  )`;
}

async function talksIn(db: Db, scope: Scope, span: Span, missedBefore: number): Promise<TalksRead> {
  const { rows: counts } = await sql<TalkCount>`with ${talks(scope, span)}
    select ${bucketOf(sql.ref('created_at'), span.buckets)} as bucket, beginner, count(*) as begun,
      ${many(sql`started_by <> 'agent' and answered_at is not null`)} as answered,
      ${many(sql`waits_from < ${missedBefore} and answered_at is null`)} as missed,
      ${many(sql`state = 'resolved'`)} as resolved,
      ${ratings}
    from talk group by 1, beginner`.execute(db);
  const { rows: times } = await sql<{ what: string; seconds: number; times: number }>`with ${talks(scope, span)}
    select 'response' as what, (answered_at - waits_from) / 1000 as seconds, count(*) as times
    from talk where offline = 0 and answered_at >= waits_from group by 2
    union all
    select 'resolution' as what, (resolved_at - created_at) / 1000 as seconds, count(*) as times
    from talk where state = 'resolved' group by 2
    order by seconds`.execute(db);
  const weighted = (what: string) =>
    times.filter((row) => row.what === what).map((row) => [row.seconds * 1_000, row.times] as const);
  return { counts, firstResponses: weighted('response'), resolutions: weighted('resolution') };
}

const many = (condition: RawBuilder<unknown>) => sql<number>`sum(case when ${condition} then 1 else 0 end)`;
const ratings = sql`${many(sql`rating = 5`)} as good, ${many(sql`rating = 3`)} as normal, ${many(sql`rating = 1`)} as bad`;

async function comments(db: Db, scope: Scope, { from, until }: Stretch): Promise<readonly RatingComment[]> {
  const { rows } = await sql<{ conversation_id: string; at: number; body: string }>`
    select entry.conversation_id, entry.at, entry.body
    from conversations
    join conversation_entries as entry
      on entry.account_id = conversations.account_id and entry.conversation_id = conversations.id
    where conversations.account_id = ${scope.account}
      and conversations.created_at >= ${from} and conversations.created_at < ${until}
      and conversations.rating is not null and entry.kind = 'rated' and entry.folded <> '' ${ofSight(scope)}
    order by entry.at desc limit ${COMMENTS}`.execute(db);
  return rows.map(({ conversation_id, at, body }) => {
    const { value, comment } = JSON.parse(body) as Pick<RatingComment, 'value' | 'comment'>;
    return { conversation: conversation_id as ConversationId, at, value, comment };
  });
}

async function rules(db: Db, scope: Scope, { from, until }: Stretch): Promise<StatisticsRead['rules']> {
  const { rows } = await sql<{ rule: RuleId; draft: string | null; shown: number; answered: number; goals: number }>`
    select fired.*, rules.draft from (
      select contacts.rule_id as rule, ${many(sql`contacts.seen_at is not null`)} as shown,
        ${many(sql`contacts.answered_at is not null`)} as answered, ${many(sql`contacts.goal_at is not null`)} as goals
      from contacts
      join visitors on visitors.account_id = contacts.account_id and visitors.id = contacts.visitor_id
      where contacts.account_id = ${scope.account} and contacts.rule_id is not null and contacts.held_out = 0
        and contacts.at >= ${from} and contacts.at < ${until} ${ofGroups(scope)}
      group by contacts.rule_id
    ) as fired
    left join rules on rules.account_id = ${scope.account} and rules.id = fired.rule`.execute(db);
  return rows.map(({ draft, ...figures }) => ({
    ...figures,
    name: draft === null ? null : (JSON.parse(draft) as { name: string }).name,
  }));
}

async function agentsIn(db: Db, scope: Scope, span: Span, only: AgentId | null): Promise<readonly AgentRead[]> {
  const theirs = only === null ? sql`` : sql`and entry.sender_id = ${only}`;
  const ofTalk = sql`join conversation_entries as entry on entry.account_id = talk.account_id
    and entry.conversation_id = talk.id and entry.sender = 'agent' and ${IS_MESSAGE} ${theirs}`;
  const { rows } = await sql<Omit<AgentRead, 'firstResponses'>>`with ${talks(scope, span)}, wrote as (
      select entry.sender_id as agent, talk.id, talk.rating, count(*) as messages
      from talk ${ofTalk} group by entry.sender_id, talk.id, talk.rating
    )
    select wrote.agent, agents.name, count(*) as conversations, sum(wrote.messages) as messages, ${ratings}
    from wrote join agents on agents.account_id = ${scope.account} and agents.id = wrote.agent
    group by wrote.agent, agents.name`.execute(db);
  const { rows: times } = await sql<{ agent: string; seconds: number; times: number }>`with ${talks(scope, span)}
    select entry.sender_id as agent, (talk.answered_at - talk.waits_from) / 1000 as seconds, count(*) as times
    from talk ${ofTalk} and entry.at = talk.answered_at
    where talk.offline = 0 and talk.answered_at >= talk.waits_from
    group by 1, 2 order by 2`.execute(db);
  return rows.map((row) => ({
    ...row,
    firstResponses: times
      .filter(({ agent }) => agent === row.agent)
      .map(({ seconds, times: count }) => [seconds * 1_000, count] as const),
  }));
}
