import { diffWindows } from '@vetrina/domain/window';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { Scroll, Watch } from '@vetrina/protocol/messages/watch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { Actor } from '../accounts/ports.ts';
import type { Socket } from '../edge/socket.ts';
import type { Clock } from '../platform/clock.ts';
import type { AccountLists } from './account-lists.ts';
import { BACKGROUND_INTERVAL, Pace, TICK } from './pace.ts';
import { Screen, type Sent } from './screen.ts';

/** Bytes waiting in a socket: above the first a screen is passed over, above the second (or stuck so long, ms) closed. */
export const BACKPRESSURE = { skip: 64 * 1024, close: 1024 * 1024, stuckFor: 10_000 } as const;

/** Ms of a tick that searches over everyone may take together. */
const SEARCH_BUDGET = 5;

/** Screens that saw the same before and see the same now get the same text. */
interface Step {
  readonly window: ListWindow;
  /** The patch without its envelope, `{` left out; null: nothing changed. */
  readonly body: string | null;
}

/**
 * Keeps every agent's screen true: one ticker looks at each screen that is due and sends what turns its last window into
 * the present one (the live law). Costs by the height of screens and by how many differ, not by the number of visitors.
 */
export class AgentFeed {
  readonly #clock: Clock;
  readonly #lists: AccountLists;
  readonly #screens = new Set<Screen>();
  readonly #pace = new Pace();
  readonly #stop: () => void;
  #steps = new Map<string, Step>();
  #stepsOf: { readonly list: unknown; readonly version: number } | null = null;
  #lastTickAt: number;
  #nextSearch = 0;
  #tooSlow: (socket: Socket) => void = () => undefined;

  constructor(clock: Clock, lists: AccountLists) {
    this.#clock = clock;
    this.#lists = lists;
    this.#lastTickAt = clock.now();
    this.#stop = clock.every(TICK, () => this.#tick());
  }

  /** A screen of this agent, showing whom they may see (T1). */
  attach({ account, groups }: Pick<Actor, 'account' | 'groups'>, socket: Socket): Screen {
    const list = this.#lists.enter(account, groups, this.#clock.now());
    const screen = new Screen(account, list, socket);
    this.#screens.add(screen);
    return screen;
  }

  detach(screen: Screen): void {
    if (!this.#screens.delete(screen)) return;
    screen.unwatch();
    this.#lists.leave(screen.account, screen.list);
  }

  /** One listener, told of the socket of a screen that was detached because it does not keep up. */
  onTooSlow(listener: (socket: Socket) => void): void {
    this.#tooSlow = listener;
  }

  /** Starts a watch and answers it at once with its first window. */
  watch(screen: Screen, asked: Watch): ErrorCode | null {
    const now = this.#clock.now();
    const refused = screen.watch(asked, now);
    if (refused !== null) return refused;
    // A short search is over by the first window; a long one goes on in the ticks.
    if (screen.searching) screen.search(SEARCH_BUDGET, this.#clock.now);
    this.#sendWindow(screen, now, 0);
    return null;
  }

  /** Moves a watch and answers at once. */
  scroll(screen: Screen, asked: Scroll): ErrorCode | null {
    const refused = screen.scroll(asked);
    if (refused === null && !this.#isStuck(screen, this.#clock.now())) this.#update(screen, this.#clock.now());
    return refused;
  }

  get size(): number {
    return this.#screens.size;
  }

  get pace(): Pace['current'] {
    return this.#pace.current;
  }

  stop(): void {
    this.#stop();
  }

  #tick(): void {
    const start = this.#clock.now();
    const late = Math.max(0, start - this.#lastTickAt - TICK);
    this.#lastTickAt = start;
    this.#search();
    for (const screen of this.#screens) {
      if (screen.asked === null || screen.dueAt > start || this.#isStuck(screen, start)) continue;
      const interval = this.#pace.current.interval;
      screen.dueAt = start + (screen.asked.pace === 'front' ? interval : Math.max(interval, BACKGROUND_INTERVAL));
      this.#update(screen, start);
    }
    this.#forgetSteps();
    if (this.#pace.observe(this.#clock.now() - start, late)) this.#announcePace();
  }

  /** Searches take turns within one budget, so that ten long ones cost a tick no more than one. */
  #search(): void {
    const searching = [...this.#screens].filter((screen) => screen.searching);
    if (searching.length === 0) return;
    const end = this.#clock.now() + SEARCH_BUDGET;
    for (let turn = 0; turn < searching.length; turn += 1) {
      const left = end - this.#clock.now();
      if (left <= 0) break;
      this.#nextSearch = (this.#nextSearch + 1) % searching.length;
      (searching[this.#nextSearch] as Screen).search(left, this.#clock.now);
    }
  }

  /** True: the screen's socket cannot take more now. It is passed over, and closed if that lasts. */
  #isStuck(screen: Screen, now: number): boolean {
    const waiting = screen.socket.bufferedAmount;
    if (waiting <= BACKPRESSURE.skip) {
      screen.stuckSince = null;
      return false;
    }
    screen.stuckSince ??= now;
    screen.behind = true;
    if (waiting > BACKPRESSURE.close || now - screen.stuckSince >= BACKPRESSURE.stuckFor) {
      this.detach(screen);
      this.#tooSlow(screen.socket);
    }
    return true;
  }

  #update(screen: Screen, now: number): void {
    const { sent } = screen;
    if (screen.behind || sent === null) {
      screen.behind = false;
      this.#sendWindow(screen, now, (sent?.window.revision ?? -1) + 1);
      return;
    }
    if (!screen.isStale(now)) return;
    const waitingSince = screen.list.changedSince(sent.version);
    const { window, body } = this.#step(screen, sent, now);
    if (body === null) {
      screen.note({ ...window, watch: sent.window.watch, revision: sent.window.revision });
      return;
    }
    const revision = sent.window.revision + 1;
    const waited = waitingSince === null ? 0 : Math.max(0, now - waitingSince);
    screen.note({ ...window, watch: sent.window.watch, revision });
    screen.socket.send(
      `{"type":"patch","watch":${sent.window.watch},"revision":${revision},"waited":${waited},${body}`,
    );
  }

  /** What follows for a screen, taken from another that was in the same place and goes to the same. */
  #step(screen: Screen, sent: Sent, now: number): Step {
    const { list } = screen;
    // A running search is at another point with each look; only finished windows are equal by version.
    if (screen.searching || !sent.window.totalIsFinal) return this.#makeStep(screen, sent.window, now);
    if (this.#stepsOf?.list !== list || this.#stepsOf.version !== list.version) {
      this.#steps.clear();
      this.#stepsOf = { list, version: list.version };
    }
    const key = `${sent.version} ${sent.key} ${screen.key}`;
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const made = this.#makeStep(screen, sent.window, now);
    this.#steps.set(key, made);
    return made;
  }

  #makeStep(screen: Screen, before: ListWindow, now: number): Step {
    const window = screen.read(now);
    const diff = diffWindows(before, window);
    return { window, body: diff === null ? null : JSON.stringify(diff).slice(1) };
  }

  #forgetSteps(): void {
    this.#steps.clear();
    this.#stepsOf = null;
  }

  #sendWindow(screen: Screen, now: number, revision: number): void {
    const window = { ...screen.read(now), revision };
    screen.note(window);
    screen.socket.send(JSON.stringify(window));
  }

  #announcePace(): void {
    const frame = JSON.stringify({ type: 'pace-changed', ...this.#pace.current });
    for (const screen of this.#screens) screen.socket.send(frame);
  }
}
