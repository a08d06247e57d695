import type { ClockStretch } from '@vetrina/domain/statistics/calendar';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../statistics/ports.ts';

/** From inclusive, until exclusive; ms since 1970. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** In which bucket a time lies, by its place. Halving the list each time, 60 buckets cost 6 comparisons a row. */
export function bucketOf(at: RawBuilder<unknown>, buckets: readonly number[], first = 0): RawBuilder<number> {
  const middle = Math.floor(buckets.length / 2);
  const border = buckets[middle];
  if (middle === 0 || border === undefined) return sql.lit(first);
  return sql<number>`case when ${at} < ${border}
    then ${bucketOf(at, buckets.slice(0, middle), first)}
    else ${bucketOf(at, buckets.slice(middle), first + middle)} end`;
}

const HOUR = sql.lit(3_600_000);
const WEEK = sql.lit(168);
/** 1 January 1970 was a Thursday. */
const SINCE_MONDAY = sql.lit(72);

/** The hour of the week, from Monday 0:00 on, that a clock showed. */
export function hourOfWeek(at: RawBuilder<unknown>, clock: readonly ClockStretch[]): RawBuilder<number> {
  const ahead = clock.reduceRight<RawBuilder<number> | null>(
    (later, { offset }, nth) =>
      later === null
        ? sql.lit(offset)
        : sql<number>`case when ${at} < ${clock[nth + 1]?.from} then ${sql.lit(offset)} else ${later} end`,
    null,
  );
  return sql<number>`((${at} + ${ahead ?? sql.lit(0)}) / ${HOUR} + ${SINCE_MONDAY}) % ${WEEK}`;
}

/** ST10: an `and` for rows beside `visitors`. */
export function ofGroups({ groups }: Scope): RawBuilder<unknown> {
  return groups.length === 0 ? sql`` : sql`and visitors.group_name in (${sql.join(groups)})`;
}

/** ST10: an `and` for rows of `conversations`. */
export function ofSight({ groups, agent }: Scope): RawBuilder<unknown> {
  if (groups.length === 0) return sql``;
  return sql`and (conversations.group_name in (${sql.join(groups)}) or exists (
    select 1 from conversation_agents as mine
    where mine.account_id = conversations.account_id and mine.agent_id = ${agent} and mine.here = 1
      and mine.conversation_id = conversations.id))`;
}
