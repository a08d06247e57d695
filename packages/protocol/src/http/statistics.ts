import { z } from 'zod';
import { agentId, conversationId, ruleId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

/** ST1: calendar days of a time zone (IANA), the first and the last. */
export const statisticsOf = z
  .strictObject({ from: z.iso.date(), to: z.iso.date(), zone: wireText(64) })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before from' })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < LIMITS.statisticsDays, {
    path: ['to'],
    message: 'too many days',
  });
export type StatisticsOf = z.infer<typeof statisticsOf>;

/** ST1: an hour, a day, or seven days counted from the first. */
export const GRAINS = ['hour', 'day', 'week'] as const;
export type Grain = (typeof GRAINS)[number];

/** ST2. */
const audience = z.strictObject({
  visitors: z.int(),
  /** Of them: seen for the first time. */
  newVisitors: z.int(),
  visits: z.int(),
  pageViews: z.int(),
});
export type Audience = z.infer<typeof audience>;

const audienceBucket = audience.omit({ newVisitors: true });
export type AudienceBucket = z.infer<typeof audienceBucket>;

/** How many of one kind there were; null: not known, or, of a source, came by themselves. */
const tally = z.strictObject({ name: z.string().nullable(), count: z.int() });
export type Tally = z.infer<typeof tally>;

const pageTally = z.strictObject({ url: z.string(), title: z.string(), views: z.int() });
export type PageTally = z.infer<typeof pageTally>;

/** ST3: who or what began a conversation. */
export const BEGINNERS = ['visitor', 'agent', 'message', 'chatbot'] as const;
export type Beginner = (typeof BEGINNERS)[number];

const begun = z.strictObject({ visitor: z.int(), agent: z.int(), message: z.int(), chatbot: z.int() });
export type Begun = z.infer<typeof begun>;

/** ST3, ST4. */
const talks = z.strictObject({ begun, answered: z.int(), missed: z.int(), resolved: z.int() });
export type Talks = z.infer<typeof talks>;

/** ST5: ms; null: there was none. `split`: how many took at most so long, as `ANSWER_STEPS` has them, the rest last. */
const answerTimes = z.strictObject({
  count: z.int(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
  split: z.array(z.int()),
});
export type AnswerTimes = z.infer<typeof answerTimes>;

/** ST5: upper ends of the classes of answer times, ms. */
export const ANSWER_STEPS = [30_000, 60_000, 120_000, 300_000, 900_000, 3_600_000] as const;

/** ST7. */
const ratings = z.strictObject({ good: z.int(), normal: z.int(), bad: z.int() });
export type Ratings = z.infer<typeof ratings>;

const ratingComment = z.strictObject({
  conversation: conversationId,
  at: z.number(),
  value: z.union([z.literal(1), z.literal(3), z.literal(5)]),
  comment: z.string(),
});
export type RatingComment = z.infer<typeof ratingComment>;

const talksPart = talks.extend({ firstResponse: answerTimes, resolution: z.number().nullable(), ratings });
export type TalksPart = z.infer<typeof talksPart>;

/** ST8. `name` null: the rule was removed since. */
const ruleFigures = z.strictObject({
  rule: ruleId,
  name: z.string().nullable(),
  shown: z.int(),
  answered: z.int(),
  goals: z.int(),
});
export type RuleFigures = z.infer<typeof ruleFigures>;

/** ST9. */
const agentFigures = z.strictObject({
  agent: agentId,
  name: z.string(),
  conversations: z.int(),
  messages: z.int(),
  firstResponse: z.number().nullable(),
  ratings,
});
export type AgentFigures = z.infer<typeof agentFigures>;

export const statistics = z.strictObject({
  grain: z.enum(GRAINS),
  /** When each bucket begins, ms since 1970. */
  buckets: z.array(z.number()),
  /** What came later is not in it: now, or the end of the last day. */
  until: z.number(),
  /** The span before, of as many days; it ends at the same time of day. */
  before: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  /** ST10: of the agent's groups only. */
  isPart: z.boolean(),
  audience: z.strictObject({
    now: audience,
    before: audience,
    buckets: z.array(audienceBucket),
    bucketsBefore: z.array(audienceBucket),
    /** Visits begun, by hour of the week from Monday 0:00 on: 168. */
    hours: z.array(z.int()),
    pages: z.array(pageTally),
    sources: z.array(tally),
    countries: z.array(tally),
    devices: z.array(tally),
  }),
  talks: z.strictObject({
    now: talksPart,
    before: talksPart,
    buckets: z.array(begun),
    comments: z.array(ratingComment),
  }),
  rules: z.array(ruleFigures),
  /** Null: the plan has none. */
  agents: z.array(agentFigures).nullable(),
});
export type Statistics = z.infer<typeof statistics>;
