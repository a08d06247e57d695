import { seesView } from '@vetrina/domain/saved-view';
import type { AccountId } from '@vetrina/protocol/ids';
import type { ViewCounts as ViewCountsFrame } from '@vetrina/protocol/messages/views';
import type { Clock } from '../platform/clock.ts';
import type { StoredView } from '../views/ports.ts';
import type { ViewBook } from '../views/view-book.ts';
import type { AccountList, AccountLists } from './account-lists.ts';
import type { Desk, Desks } from './desks.ts';
import type { ViewAlerts } from './view-alerts.ts';
import { ViewTally } from './view-tally.ts';

/** Notices are told, and scans go on, this often, ms. */
const TICK = 100;
/** Of each tick, ms, for first scans together. */
const SCAN_BUDGET = 5;
/** SV4: counts are told, and time alone counts, this often, ms. */
const COUNTS_EVERY = 1_000;

export interface ViewCountsParts {
  readonly clock: Clock;
  readonly lists: AccountLists;
  readonly book: ViewBook;
  readonly desks: Desks;
  readonly alerts: ViewAlerts;
}

/** Views that ask the same share one tally: the order plays no part in who is counted. */
const keyOf = ({ asks }: StoredView): string => JSON.stringify([asks?.filter, asks?.query]);

/** Keeps the counts of saved views true, for the screens that show them and the agents who want to be told (SV3–SV6). */
export class ViewCounts {
  readonly #parts: ViewCountsParts;
  readonly #watching = new Map<Desk, { readonly list: AccountList; sent: string }>();
  readonly #tallies = new Map<AccountId, Map<AccountList, Map<string, ViewTally>>>();
  /** Everyone's list of accounts in which somebody wants to be told: held, so that it is there for the first to come. */
  readonly #held = new Map<AccountId, AccountList>();
  readonly #stops: readonly (() => void)[];

  constructor(parts: ViewCountsParts) {
    this.#parts = parts;
    const { clock, book } = parts;
    book.onRead((account, isFirst) => this.#viewsRead(account, isFirst));
    this.#stops = [clock.every(TICK, () => this.#tick()), clock.every(COUNTS_EVERY, () => this.#second())];
  }

  /** SV4: this screen shows views, or does not any more. `list`: whom its agent may see. */
  async watch(desk: Desk, list: AccountList, watching: boolean): Promise<void> {
    if (!watching) {
      this.forget(desk);
      return;
    }
    this.#watching.set(desk, { list, sent: '' });
    await this.#parts.book.ready(desk.actor.account);
    if (!this.#watching.has(desk)) return;
    this.#arrange(desk.actor.account);
    this.#scan(SCAN_BUDGET);
    this.#tellCounts(desk);
  }

  forget(desk: Desk): void {
    if (this.#watching.delete(desk)) this.#arrange(desk.actor.account);
  }

  /** How many counts are kept, for metrics and leak tests. */
  get size(): number {
    return [...this.#everyTally()].length;
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #viewsRead(account: AccountId, isFirst: boolean): void {
    this.#arrange(account);
    if (isFirst) return;
    for (const desk of this.#parts.desks.of(account)) desk.send({ type: 'views-changed' });
  }

  /** Begins what somebody looks at now or wants to be told of, and lets go of what nobody does any more. */
  #arrange(account: AccountId): void {
    const before = this.#tallies.get(account) ?? new Map<AccountList, Map<string, ViewTally>>();
    const wanted = this.#wanted(account);
    const after = new Map<AccountList, Map<string, ViewTally>>();
    for (const [list, views] of wanted) {
      const kept = new Map<string, ViewTally>();
      for (const view of views) {
        if (view.asks === null || kept.has(keyOf(view))) continue;
        kept.set(
          keyOf(view),
          before.get(list)?.get(keyOf(view)) ?? new ViewTally(list.list, view.asks, this.#parts.clock.now()),
        );
      }
      after.set(list, kept);
    }
    for (const list of before.keys()) if (!after.has(list)) list.tallies = [];
    for (const [list, kept] of after) list.tallies = [...kept.values()];
    if (after.size > 0) this.#tallies.set(account, after);
    else this.#tallies.delete(account);
    this.#listen(account, after);
  }

  #wanted(account: AccountId): Map<AccountList, StoredView[]> {
    const { book, alerts } = this.#parts;
    const wanted = new Map<AccountList, StoredView[]>();
    const want = (list: AccountList, views: readonly StoredView[]) => {
      if (views.length > 0) wanted.set(list, [...(wanted.get(list) ?? []), ...views]);
    };
    for (const [{ actor }, { list }] of this.#watching) {
      if (actor.account !== account) continue;
      want(
        list,
        book.of(account).views.filter((view) => seesView(view, actor.agent)),
      );
    }
    const heard = alerts.wanted(account);
    const everyone = this.#hold(account, heard.length > 0);
    if (everyone !== null) want(everyone, heard);
    return wanted;
  }

  #hold(account: AccountId, isHeld: boolean): AccountList | null {
    const { lists, clock } = this.#parts;
    const held = this.#held.get(account);
    if (isHeld) {
      const list = held ?? lists.enter(account, [], clock.now());
      this.#held.set(account, list);
      return list;
    }
    if (held !== undefined) {
      this.#held.delete(account);
      lists.leave(account, held);
    }
    return null;
  }

  /** Plugs in who is to be told. */
  #listen(account: AccountId, kept: ReadonlyMap<AccountList, ReadonlyMap<string, ViewTally>>): void {
    const { alerts } = this.#parts;
    const heard = Map.groupBy(alerts.wanted(account), keyOf);
    for (const [list, tallies] of kept) {
      for (const [key, tally] of tallies) {
        const views = list === this.#held.get(account) ? heard.get(key) : undefined;
        tally.entered =
          views === undefined
            ? null
            : (visitor, before, at) => {
                for (const view of views) alerts.entered(account, view, visitor, before, at);
              };
      }
    }
  }

  #tick(): void {
    this.#scan(SCAN_BUDGET);
    this.#parts.alerts.tell(this.#parts.clock.now());
  }

  #scan(budget: number): void {
    const { now } = this.#parts.clock;
    const end = now() + budget;
    for (const tally of this.#everyTally()) {
      if (tally.complete) continue;
      const left = end - now();
      if (left < 0 || !tally.scan(left, now)) return;
    }
  }

  #second(): void {
    const now = this.#parts.clock.now();
    for (const tally of this.#everyTally()) tally.pass(now);
    for (const desk of this.#watching.keys()) this.#tellCounts(desk);
  }

  #tellCounts(desk: Desk): void {
    const watching = this.#watching.get(desk);
    if (watching === undefined || desk.isStuck) return;
    const { account, agent } = desk.actor;
    const kept = this.#tallies.get(account)?.get(watching.list);
    const views = this.#parts.book.of(account).views.filter((view) => seesView(view, agent));
    const counts = views.flatMap((view): ViewCountsFrame['counts'] => {
      const tally = kept?.get(keyOf(view));
      return tally?.complete ? [{ view: view.id, people: tally.people }] : [];
    });
    const text = JSON.stringify(counts);
    if (text === watching.sent) return;
    watching.sent = text;
    desk.send({ type: 'view-counts', counts });
  }

  *#everyTally(): Generator<ViewTally> {
    for (const lists of this.#tallies.values()) for (const kept of lists.values()) yield* kept.values();
  }
}
