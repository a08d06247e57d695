import type { Presence } from '@vetrina/domain/live-visitor';
import type { AccountId, TabId, VisitorId } from '@vetrina/protocol/ids';

/** A tab is counted per visitor and account, not per socket: sockets come and go under it. */
export interface TabKey {
  readonly account: AccountId;
  readonly visitor: VisitorId;
  readonly tab: TabId;
}

/** One socket of a tab. A later incarnation of the same tab replaces the earlier one. */
export type Incarnation = number;

/** What became of a visitor's being here. Events of one visitor arrive in their order. */
export type PresenceEvent =
  /** `tabs` counts those that are shown as open: a closed one stays until its grace has passed. */
  | {
      readonly kind: 'changed';
      readonly account: AccountId;
      readonly visitor: VisitorId;
      readonly presence: Presence;
      readonly tabs: number;
      readonly at: number;
    }
  /** The tab closed at `closedAt` and did not come back within its grace. */
  | ({ readonly kind: 'tab-gone'; readonly closedAt: number } & TabKey)
  /** The visit is over: nobody came back within 30 s after `lastHere`. */
  | {
      readonly kind: 'gone';
      readonly account: AccountId;
      readonly visitor: VisitorId;
      readonly lastHere: number;
      readonly at: number;
    }
  /** Another socket of the same tab took over: this one is to be closed. */
  | { readonly kind: 'replaced'; readonly incarnation: Incarnation };

/**
 * Who has which tab open (V1). Calls never block and are never awaited; what follows from them comes as events, at once
 * from the adapter in memory, a little later from one that asks a server that several processes share. Time is the
 * adapter's own.
 */
export interface PresenceLog {
  /** The tab is open through this socket. Opening it twice through the same one changes nothing. */
  open(tab: TabKey, incarnation: Incarnation): void;
  /**
   * The socket was lost or said goodbye. Ignored if another socket has taken the tab over. `silentFor`: ms since it was
   * last surely there; the grace of a browser that died without a word began then, not when that was noticed.
   */
  close(tab: TabKey, incarnation: Incarnation, silentFor?: number): void;
  /** One listener. */
  onEvent(listener: (event: PresenceEvent) => void): void;
  /** Visitors held, those shown as left included. */
  readonly size: number;
  stop(): void;
}
