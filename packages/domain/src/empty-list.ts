import type { TrackingMode } from '@vetrina/protocol/http/account';
import type { Installation } from '@vetrina/protocol/http/installation';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';

/** What is known when a list shows nobody. */
export interface EmptyListFacts {
  readonly installation: Installation;
  readonly trackingMode: TrackingMode;
  /** People this agent may see, whatever the filter and the search. */
  readonly listed: number;
  /** The agent sees the visitors of some groups only (T1). */
  readonly inGroups: boolean;
  readonly filter: ListFilter;
  /** V5's box as typed. */
  readonly query: string;
  /** ms since 1970, on the server's clock. */
  readonly now: number;
}

/** V11: why nobody is shown, the most useful explanation first. */
export type EmptyReason =
  /** People are on the site, the filter or the search leaves none of them. */
  | { readonly why: 'hidden'; readonly hidden: number; readonly byFilter: boolean; readonly byQuery: boolean }
  /** People are on the site, but none of the agent's groups. */
  | { readonly why: 'other-groups' }
  /** No page has ever loaded the snippet. */
  | { readonly why: 'never-seen' }
  /** The latest page to load it is not on the list of allowed domains. */
  | { readonly why: 'foreign-origin'; readonly host: string | null; readonly ago: number }
  | { readonly why: 'only-you' }
  /** The account counts visitors without listing them, or these asked not to be tracked. */
  | { readonly why: 'counted-only'; readonly people: number; readonly mode: TrackingMode }
  /** Nobody is seen before saying yes, or before opening the chat box. */
  | { readonly why: 'waits-for-visitor'; readonly mode: 'consent' | 'chat-only' }
  | { readonly why: 'bots-only'; readonly bots: number }
  /** All is well, only nobody is there. `ago`: ms since a page last loaded the snippet. */
  | { readonly why: 'nobody-now'; readonly ago: number };

/** V11: explains a list that shows nobody. */
export function whyEmpty(facts: EmptyListFacts): EmptyReason {
  const { installation, trackingMode, filter, now } = facts;
  const byFilter = filter !== 'all';
  const byQuery = facts.query.trim() !== '';
  if (facts.listed > 0 && (byFilter || byQuery)) return { why: 'hidden', hidden: facts.listed, byFilter, byQuery };
  if (facts.inGroups && installation.online > 0) return { why: 'other-groups' };
  if (installation.onlyYou) return { why: 'only-you' };
  if (installation.seenAt === null) return { why: 'never-seen' };
  if (installation.countedOnly > 0) {
    return { why: 'counted-only', people: installation.countedOnly, mode: trackingMode };
  }
  if (installation.refused?.because === 'foreign-origin') {
    return { why: 'foreign-origin', host: installation.refused.host, ago: since(installation.refused.at, now) };
  }
  if (trackingMode === 'consent' || trackingMode === 'chat-only') {
    return { why: 'waits-for-visitor', mode: trackingMode };
  }
  if (installation.bots > 0) return { why: 'bots-only', bots: installation.bots };
  return { why: 'nobody-now', ago: since(installation.seenAt, now) };
}

/** Two clocks may disagree by a little; nothing happened in the future. */
function since(at: number, now: number): number {
  return Math.max(0, now - at);
}
