import type { VisitorRow } from '@vetrina/protocol/visitor-row';

/** Who the visitor is, for A1's "who". Unknown things are null. */
export interface VisitorFacts
  extends Pick<
    VisitorRow,
    | 'visits'
    | 'chats'
    | 'customer'
    | 'country'
    | 'city'
    | 'device'
    | 'browser'
    | 'os'
    | 'language'
    | 'group'
    | 'variables'
  > {
  readonly referrer: string | null;
  /** Campaign parameters of the visit's first page, without `utm_`. */
  readonly campaign: Readonly<Record<string, string>>;
}

/** Something that can happen while somebody is there: when it did (ms), null: not yet, undefined: nobody watches for it. */
export type Happened = number | null | undefined;

/** The page somebody is on. */
export interface PageFacts {
  /** As the account keeps it: the query cut to the allow-list. */
  readonly address: string;
  readonly title: string;
  /** Undefined: nobody noted it. */
  readonly openedAt: number | undefined;
  /** How far down it was scrolled, and when that was reached first; percentages rise. Undefined: nobody watches. */
  readonly scrolled: readonly { readonly percent: number; readonly at: number }[] | undefined;
  readonly leavingAt: Happened;
  /** When the page last told of each event by name. Undefined: nobody listens. */
  readonly events: Readonly<Record<string, number>> | undefined;
}

/**
 * All that rules are decided by (A2), as one place knows it: the server knows who somebody is, the page what they do on it, a
 * dry run what was stored. Whatever a place does not know is undefined, and what depends on it stays undecided.
 */
export interface RuleFacts {
  readonly visitor: VisitorFacts | undefined;
  readonly visitStartedAt: number;
  readonly page: PageFacts;
  readonly chatOpenedAt: Happened;
  /** Since when the visitor waits for an answer. */
  readonly waitingSince: Happened;
  /** Is somebody of the team there for this visitor? */
  readonly teamIsThere: boolean | undefined;
}
