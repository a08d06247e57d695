import type { ClockStretch } from '@vetrina/domain/statistics/calendar';
import type { Weighted } from '@vetrina/domain/statistics/figures';
import type { Span } from '@vetrina/domain/statistics/period';
import type {
  Audience,
  AudienceBucket,
  Beginner,
  PageTally,
  RatingComment,
  Ratings,
  RuleFigures,
  Tally,
} from '@vetrina/protocol/http/statistics';
import type { AccountId, AgentId, GroupKey } from '@vetrina/protocol/ids';

/** ST10: whose figures. */
export interface Scope {
  readonly account: AccountId;
  /** T1: the visitors of these groups only; empty: everyone. */
  readonly groups: readonly GroupKey[];
  /** Whoever asks: what they are on themselves they see too. */
  readonly agent: AgentId;
}

/** ST9: nobody's lines, one's own, or everyone's. */
export type AgentLines = 'none' | 'own' | 'everyone';

/** What is to be read. `missedBefore`: who wrote since, ms since 1970, may still be answered in time. */
export interface Reading {
  readonly scope: Scope;
  readonly now: Span;
  readonly before: Span;
  /** How the asker's clock ran meanwhile. */
  readonly clock: readonly ClockStretch[];
  readonly missedBefore: number;
  readonly agents: AgentLines;
}

/** Conversations of one bucket that one kind of beginner began. */
export interface TalkCount extends Ratings {
  readonly bucket: number;
  readonly beginner: Beginner;
  readonly begun: number;
  readonly answered: number;
  readonly missed: number;
  readonly resolved: number;
}

export interface TalksRead {
  readonly counts: readonly TalkCount[];
  /** ms, in whole seconds. */
  readonly firstResponses: Weighted;
  readonly resolutions: Weighted;
}

export interface AgentRead extends Ratings {
  readonly agent: AgentId;
  readonly name: string;
  readonly conversations: number;
  readonly messages: number;
  readonly firstResponses: Weighted;
}

export interface AudienceRead {
  readonly total: Audience;
  /** Those with somebody in them. */
  readonly buckets: ReadonlyMap<number, AudienceBucket>;
}

/** Everything the page is made of, as it stood at one moment. */
export interface StatisticsRead {
  readonly audience: { readonly now: AudienceRead; readonly before: AudienceRead };
  /** Visits by hour of the week. */
  readonly hours: ReadonlyMap<number, number>;
  readonly pages: readonly PageTally[];
  /** As they were sent: one site may be among them with and without `www.`. */
  readonly sources: readonly Tally[];
  readonly machines: readonly {
    readonly country: string | null;
    readonly device: string | null;
    readonly count: number;
  }[];
  readonly talks: { readonly now: TalksRead; readonly before: TalksRead };
  readonly comments: readonly RatingComment[];
  readonly rules: readonly RuleFigures[];
  readonly agents: readonly AgentRead[];
}

/** What happened, in SQL; nothing is kept beside it, so that what was deleted is not in it. */
export interface StatisticsReads {
  read(reading: Reading): Promise<StatisticsRead>;
}
