import { diffPlaces, type PlaceCounts } from '@vetrina/domain/places';
import { dependsOnTime, parseQuery } from '@vetrina/domain/query';
import type { ErrorCode } from '@vetrina/protocol/errors';
import { LIMITS } from '@vetrina/protocol/limits';
import type { WatchPlaces } from '@vetrina/protocol/messages/places';
import type { Clock } from '../platform/clock.ts';
import { BACKPRESSURE } from './agent-feed.ts';
import { TICK } from './pace.ts';
import type { PlaceLook } from './place-tally.ts';
import { grainOf, type Screen } from './screen.ts';

/** A map that moves more often than this tells nobody more, ms. */
const INTERVAL = 1_000;

/** Ms of a tick that counts over everyone may take together. */
const SEARCH_BUDGET = 5;

interface Watching {
  readonly watch: number;
  readonly of: NonNullable<WatchPlaces['of']>;
  look: PlaceLook;
  /** The "now" of a query about time; 0: it does not depend on it. */
  at: number;
  /** Takes the look's place once it is complete. */
  next: { readonly look: PlaceLook; readonly at: number } | null;
  sent: PlaceCounts | null;
  dueAt: number;
}

/** D3: keeps the maps true that agents look at: each second what changed, whole when asked. */
export class PlacesFeed {
  readonly #clock: Clock;
  readonly #slowest: () => number;
  readonly #watching = new Map<Screen, Watching>();
  readonly #stop: () => void;

  /** @param pace ms between two updates of the lists: a map is not livelier than they are */
  constructor(clock: Clock, pace: () => number) {
    this.#clock = clock;
    this.#slowest = pace;
    this.#stop = clock.every(TICK, () => this.#tick());
  }

  /** Starts, changes or ends what a screen's map shows, and answers at once. A refused one leaves it as it was. */
  watch(screen: Screen, { watch, of }: WatchPlaces): ErrorCode | null {
    if (of === null) {
      this.forget(screen);
      return null;
    }
    if (of.query.length > LIMITS.query) return 'query_too_long';
    const now = this.#clock.now();
    const at = dependsOnTime(parseQuery(of.query)) ? grainOf(now) : 0;
    // Opened before the old one is closed, so that what they share is kept.
    const look = screen.list.places.look(of.filter, of.query, at);
    this.forget(screen);
    const watching = { watch, of, look, at, next: null, sent: null, dueAt: now };
    this.#watching.set(screen, watching);
    if (look.searching) look.search(SEARCH_BUDGET, this.#clock.now);
    this.#send(screen, watching, now);
    return null;
  }

  forget(screen: Screen): void {
    const watching = this.#watching.get(screen);
    watching?.look.close();
    watching?.next?.look.close();
    this.#watching.delete(screen);
  }

  get size(): number {
    return this.#watching.size;
  }

  stop(): void {
    this.#stop();
  }

  #tick(): void {
    if (this.#watching.size === 0) return;
    const now = this.#clock.now();
    this.#search();
    for (const [screen, watching] of this.#watching) {
      if (watching.dueAt > now) continue;
      this.#askAnew(screen, watching, now);
      // Whoever does not keep up is passed over, and closed by the feed of lists if that lasts.
      if (screen.socket.bufferedAmount <= BACKPRESSURE.skip) this.#send(screen, watching, now);
    }
  }

  /** Counts take turns within one budget, the longest waiting first. */
  #search(): void {
    const end = this.#clock.now() + SEARCH_BUDGET;
    for (const [screen, watching] of [...this.#watching]) {
      const look = watching.next?.look ?? watching.look;
      if (!look.searching) continue;
      const left = end - this.#clock.now();
      if (left <= 0) return;
      look.search(left, this.#clock.now);
      this.#watching.delete(screen);
      this.#watching.set(screen, watching);
    }
  }

  /** A query about time, when its "now" has moved on. */
  #askAnew({ list }: Screen, watching: Watching, now: number): void {
    if (watching.at === 0) return;
    const at = grainOf(now);
    const { filter, query } = watching.of;
    if (watching.next === null && watching.at !== at) watching.next = { look: list.places.look(filter, query, at), at };
    if (watching.next === null || watching.next.look.searching) return;
    watching.look.close();
    watching.look = watching.next.look;
    watching.at = watching.next.at;
    watching.next = null;
  }

  #send(screen: Screen, watching: Watching, now: number): void {
    watching.dueAt = now + Math.max(INTERVAL, this.#slowest());
    const counts = watching.look.counts();
    const news = diffPlaces(watching.sent, counts);
    if (news === null) return;
    watching.sent = counts;
    screen.socket.send(JSON.stringify({ ...news, watch: watching.watch }));
  }
}
