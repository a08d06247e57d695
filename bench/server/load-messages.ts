import type { AccountKey } from '@vetrina/protocol/ids';

/** What the bench asks of a generator process, and what that answers. One answer per request, in order. */
export type VisitorRequest =
  | {
      readonly do: 'connect';
      readonly url: string;
      readonly key: AccountKey;
      /** This process' visitors have the numbers from `first` on. */
      readonly first: number;
      readonly count: number;
      readonly perSecond: number;
    }
  /** Page views in turn, each visitor once per `periodMs`, for `forMs`. */
  | { readonly do: 'browse'; readonly periodMs: number; readonly forMs: number }
  | { readonly do: 'status' }
  | { readonly do: 'leave' };

export interface VisitorAnswer {
  readonly connected: number;
  readonly sent: number;
  /** Those of them that some agent searches for. */
  readonly sentByWatched: number;
  /** Endings after which visitors stay away. */
  readonly refused: number;
  /** 99th percentile of how late this process' own loop was, ms. */
  readonly loopDelay: number;
}

export type AgentRequest =
  | {
      readonly do: 'connect';
      readonly url: string;
      /** One per agent; empty strings for a bare server, which asks for none. */
      readonly tickets: readonly string[];
    }
  /** Forgets what was measured so far; only page views meant to be sent from `since` on count (ms since 1970). */
  | { readonly do: 'begin'; readonly since: number }
  | { readonly do: 'report' };

export interface AgentAnswer {
  readonly latencies: readonly number[];
  /** Page views of watched visitors that reached the screen that searches for them. */
  readonly seenByWatchers: number;
  /** Bytes a second of the screens that show the top of the list. */
  readonly topBytes: number;
  /** Bytes a second of the screens that search. */
  readonly searchBytes: number;
  /** Bytes of one row; NaN: no full window came. */
  readonly rowBytes: number;
  /** Newest count of everyone; null: none yet. */
  readonly all: number | null;
  readonly loopDelay: number;
}

/** Ten screens search for fifty visitors each, ten show the top of the list. */
export const SEARCHING_AGENTS = 10;
export const TOP_AGENTS = 10;
export const WATCHED_BY_EACH = 50;

/** The word in a visitor's addresses that its searching agent looks for; null for visitors nobody searches. */
export function watchWord(visitor: number): string | null {
  const agent = Math.floor(visitor / WATCHED_BY_EACH);
  return agent < SEARCHING_AGENTS ? `shelf-${String.fromCharCode(97 + agent)}` : null;
}
