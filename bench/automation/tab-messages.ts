import type { AccountKey, RuleId } from '@vetrina/protocol/ids';

/** What the bench asks of a generator process. One answer per request, in order. */
export type TabRequest =
  | {
      readonly do: 'arrive';
      readonly url: string;
      readonly key: AccountKey;
      /** This process' visitors have the numbers from `first` on. */
      readonly first: number;
      readonly count: number;
      readonly perSecond: number;
    }
  /**
   * In turn, each visitor once per `periodMs`, for `forMs`: `navigate` shows another page without loading one, `load` is another page
   * with another socket, `report` says that the moment of `rule` has come.
   */
  | { readonly do: 'navigate' | 'load'; readonly periodMs: number; readonly forMs: number }
  | { readonly do: 'report'; readonly rule: RuleId; readonly periodMs: number; readonly forMs: number }
  | { readonly do: 'status' }
  | { readonly do: 'leave' };

/** Everything but `connected` and `refused` since the last request that was no `status`. */
export interface TabAnswer {
  readonly connected: number;
  /** Endings after which visitors stay away. */
  readonly refused: number;
  /** Pages shown, or reports sent. */
  readonly sent: number;
  /** `rules` frames, the rules in them, and their bytes. */
  readonly told: Told;
  /** Reports that became a message, and those that were answered with a no. */
  readonly written: number;
  readonly held: number;
  /** A report meant to be sent → its answer, ms. */
  readonly delays: readonly number[];
  /** 99th percentile of how late this process' own loop was, ms. */
  readonly loopDelay: number;
}

export interface Told {
  readonly frames: number;
  readonly rules: number;
  readonly bytes: number;
}
