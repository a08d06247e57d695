import { entitled } from '@vetrina/domain/entitlements';
import { clockStretches } from '@vetrina/domain/statistics/calendar';
import { answerTimes, quantile, tallies } from '@vetrina/domain/statistics/figures';
import { type Period, periodOf } from '@vetrina/domain/statistics/period';
import { isTimezone } from '@vetrina/domain/wall-clock';
import type { Account } from '@vetrina/protocol/http/account';
import {
  type AudienceBucket,
  BEGINNERS,
  type Begun,
  type Statistics,
  type StatisticsOf,
  type TalksPart,
} from '@vetrina/protocol/http/statistics';
import type { Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { demandFeature } from '../platform/demand-feature.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AgentLines, AudienceRead, StatisticsRead, StatisticsReads, TalkCount, TalksRead } from './ports.ts';

/** ST4: somebody who wrote a moment ago has not been missed yet, ms. */
const MAY_STILL_ANSWER = 300_000;
const HOURS_OF_WEEK = 168;
/** Lines of a list of what was most. */
const MOST = 10;

export interface ReadStatisticsParts {
  readonly clock: Clock;
  readonly reads: StatisticsReads;
}

/**
 * ST: what happened on a span of days, beside the span before, of what the actor may see.
 * @throws Refusal `plan_required`; `bad_request` for a zone without a clock
 */
export async function readStatistics(
  { clock, reads }: ReadStatisticsParts,
  actor: Actor,
  account: Account,
  asked: StatisticsOf,
): Promise<Statistics> {
  demandFeature(account.plan, 'statistics');
  if (!isTimezone(asked.zone)) throw new Refusal('bad_request', { fields: { zone: 'no time zone' } });
  const now = clock.now();
  const period = periodOf(asked, now);
  const agents = linesOf(actor, account);
  const read = await reads.read({
    scope: { account: actor.account, groups: actor.groups, agent: actor.agent },
    ...{ now: period.now, before: period.before, agents },
    clock: clockStretches(asked.zone, period.now.from, period.now.end),
    missedBefore: now - MAY_STILL_ANSWER,
  });
  return { ...told(period, read), isPart: actor.groups.length > 0, agents: agents === 'none' ? null : agentsOf(read) };
}

function linesOf({ role }: Actor, { plan }: Account): AgentLines {
  if (!entitled(plan, 'statistics-per-agent')) return 'none';
  return role === 'agent' ? 'own' : 'everyone';
}

function told({ grain, now, before, datesBefore }: Period, read: StatisticsRead) {
  const { audience, talks, machines } = read;
  return {
    ...{ grain, buckets: [...now.buckets], until: now.until, before: datesBefore },
    audience: {
      ...{ now: audience.now.total, before: audience.before.total },
      buckets: audienceBuckets(audience.now, now.buckets.length),
      bucketsBefore: audienceBuckets(audience.before, before.buckets.length),
      hours: Array.from({ length: HOURS_OF_WEEK }, (_, hour) => read.hours.get(hour) ?? 0),
      pages: [...read.pages],
      sources: tallies(
        read.sources.map(({ name, count }) => ({ name: name?.replace(/^www\./, '') ?? null, count })),
        MOST,
      ),
      countries: tallies(
        machines.map(({ country, count }) => ({ name: country, count })),
        MOST,
      ),
      devices: tallies(
        machines.map(({ device, count }) => ({ name: device, count })),
        MOST,
      ),
    },
    talks: {
      ...{ now: talksPart(talks.now), before: talksPart(talks.before) },
      buckets: now.buckets.map((_, bucket) => begunOf(talks.now.counts.filter((count) => count.bucket === bucket))),
      comments: [...read.comments],
    },
    rules: [...read.rules].sort((a, b) => b.shown - a.shown),
  } satisfies Partial<Statistics>;
}

const NOBODY: AudienceBucket = { visitors: 0, visits: 0, pageViews: 0 };

const audienceBuckets = ({ buckets }: AudienceRead, count: number): AudienceBucket[] =>
  Array.from({ length: count }, (_, nth) => buckets.get(nth) ?? NOBODY);

function talksPart({ counts, firstResponses, resolutions }: TalksRead): TalksPart {
  const sum = (what: 'answered' | 'missed' | 'resolved' | 'good' | 'normal' | 'bad'): number =>
    counts.reduce((all, count) => all + count[what], 0);
  return {
    begun: begunOf(counts),
    ...{ answered: sum('answered'), missed: sum('missed'), resolved: sum('resolved') },
    firstResponse: answerTimes(firstResponses),
    resolution: quantile(resolutions, 0.5),
    ratings: { good: sum('good'), normal: sum('normal'), bad: sum('bad') },
  };
}

function begunOf(counts: readonly TalkCount[]): Begun {
  const begun: Begun = { visitor: 0, agent: 0, message: 0, chatbot: 0 };
  for (const beginner of BEGINNERS)
    begun[beginner] = counts.reduce((sum, count) => sum + (count.beginner === beginner ? count.begun : 0), 0);
  return begun;
}

function agentsOf({ agents }: StatisticsRead): Statistics['agents'] {
  return agents
    .map(({ agent, name, conversations, messages, firstResponses, good, normal, bad }) => ({
      ...{ agent, name, conversations, messages, ratings: { good, normal, bad } },
      firstResponse: quantile(firstResponses, 0.5),
    }))
    .sort((a, b) => b.conversations - a.conversations);
}
