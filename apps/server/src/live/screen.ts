import type { ListedVisitor } from '@vetrina/domain/listed';
import { orderFor } from '@vetrina/domain/order';
import { compileQuery, dependsOnTime, isEmpty, parseQuery } from '@vetrina/domain/query';
import type { LiveView } from '@vetrina/live-list/live-view';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { AccountId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { FILTERS } from '@vetrina/protocol/messages/list-shape';
import type { Scroll, Watch } from '@vetrina/protocol/messages/watch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { Socket } from '../edge/socket.ts';
import type { AccountList } from './account-lists.ts';

/** A query that speaks of time ("online > 5 min") is asked anew this often, ms; in between its "now" stands still. */
const TIME_GRAIN = 5_000;

/** What a screen was last sent: the state every patch starts from. */
export interface Sent {
  readonly window: ListWindow;
  readonly version: number;
  readonly key: string;
}

/** What one screen looks at, and what it knows. One watch at a time; a new one replaces the old. */
export class Screen {
  readonly account: AccountId;
  readonly socket: Socket;
  readonly #list: AccountList;
  #asked: Watch | null = null;
  #query = parseQuery('');
  #view: LiveView<ListedVisitor> | null = null;
  /** Takes the view's place once its search is over, so that asking anew shows nothing in between. */
  #next: { readonly view: LiveView<ListedVisitor>; readonly at: number } | null = null;
  /** The "now" of a query about time; 0: the query does not depend on it. */
  #frozenNow = 0;
  #sent: Sent | null = null;
  /** What is looked at, in one text: screens with the same key and the same version of the list see the same. */
  #key = '';
  /** When the screen may be looked at next. */
  dueAt = 0;
  /** Since when the socket has more waiting than it should; null: it keeps up. */
  stuckSince: number | null = null;
  /** It fell behind: the next thing it gets is a whole window. */
  behind = false;

  constructor(account: AccountId, list: AccountList, socket: Socket) {
    this.account = account;
    this.#list = list;
    this.socket = socket;
  }

  get asked(): Watch | null {
    return this.#asked;
  }

  get sent(): Sent | null {
    return this.#sent;
  }

  get list(): AccountList {
    return this.#list;
  }

  /** Begins a watch. A refused one leaves the old as it was. */
  watch(asked: Watch, now: number): ErrorCode | null {
    if (asked.query.length > LIMITS.query) return 'query_too_long';
    this.#query = parseQuery(asked.query);
    this.#asked = asked;
    this.#sent = null;
    this.#frozenNow = dependsOnTime(this.#query) ? grainOf(now) : 0;
    // Opened before the old ones are closed, so that what they share is kept.
    const view = this.#open(asked, this.#frozenNow);
    this.#closeViews();
    this.#view = view;
    this.#key = this.#keyOf(asked);
    return null;
  }

  scroll({ watch, offset, limit }: Scroll): ErrorCode | null {
    if (this.#asked === null || this.#asked.watch !== watch) return 'watch_unknown';
    this.#asked = { ...this.#asked, offset, limit };
    this.#view?.scrollTo(offset, limit);
    this.#next?.view.scrollTo(offset, limit);
    this.#key = this.#keyOf(this.#asked);
    return null;
  }

  unwatch(): void {
    this.#closeViews();
    this.#asked = null;
    this.#sent = null;
  }

  get key(): string {
    return this.#key;
  }

  get searching(): boolean {
    return (this.#next?.view ?? this.#view)?.searching ?? false;
  }

  search(budget: number, now: () => number): void {
    (this.#next?.view ?? this.#view)?.searchFor(budget, now);
  }

  /** Could anything shown have changed since the screen was last sent something? */
  isStale(now: number): boolean {
    if (this.#asked !== null && this.#frozenNow !== 0) this.#askAnew(this.#asked, grainOf(now));
    return this.#sent === null || this.#sent.version !== this.#list.version || (this.#view?.isStale() ?? false);
  }

  /** The window as it is now; its envelope (`watch`, `revision`, `serverTime`) is the last one's, to be set by the sender. */
  read(now: number): ListWindow {
    const view = this.#view as LiveView<ListedVisitor>;
    const { offset, items, total, totalIsFinal } = view.read();
    return {
      type: 'window',
      watch: this.#asked?.watch ?? 0,
      revision: this.#sent?.window.revision ?? 0,
      offset,
      rows: items.map((item) => item.row),
      total,
      totalIsFinal,
      counts: this.#list.counts(),
      unlisted: this.#list.unlisted,
      serverTime: now,
    };
  }

  /** Remembers what the screen knows now. */
  note(window: ListWindow): void {
    this.#sent = { window, version: this.#list.version, key: this.#key };
  }

  /** A query about time, when its "now" has moved on. */
  #askAnew(asked: Watch, at: number): void {
    if (this.#next === null && this.#frozenNow !== at) this.#next = { view: this.#open(asked, at), at };
    if (this.#next === null || this.#next.view.searching) return;
    this.#view?.close();
    this.#view = this.#next.view;
    this.#frozenNow = this.#next.at;
    this.#next = null;
    this.#key = this.#keyOf(asked);
  }

  #open({ filter, query: typed, sort, offset, limit }: Watch, at: number): LiveView<ListedVisitor> {
    const query = this.#query;
    return this.#list.list.view({
      filter: FILTERS.indexOf(filter),
      order: { key: `${sort.column} ${sort.direction}`, ...orderFor(sort) },
      ...(!isEmpty(query) && { match: { key: `${at} ${typed}`, ...compileQuery(query, at) } }),
      offset,
      limit,
    });
  }

  #closeViews(): void {
    this.#view?.close();
    this.#next?.view.close();
    this.#view = null;
    this.#next = null;
  }

  #keyOf({ filter, sort, query, offset, limit }: Watch): string {
    return JSON.stringify([filter, sort.column, sort.direction, query, this.#frozenNow, offset, limit]);
  }
}

export const grainOf = (now: number): number => Math.floor(now / TIME_GRAIN) * TIME_GRAIN;
