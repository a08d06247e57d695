import type { Selection } from './selection.ts';

/** What a view shows now. */
export interface LiveWindow<Item> {
  /** Where `items` begin; lower than asked for when the list is shorter. */
  readonly offset: number;
  readonly items: readonly Item[];
  /** How many items match in all; a lower bound while `totalIsFinal` is false. */
  readonly total: number;
  readonly totalIsFinal: boolean;
}

export interface WindowSpec {
  /** Index of the filter. */
  filter: number;
  /** The first item to show, counted from 0. */
  offset: number;
  /** How many items to show. */
  limit: number;
}

/**
 * A screen's look at the list: one order, one filter, perhaps a search, and a window that can be moved. Reading costs by
 * the height of the window, not by the length of the list. Made by `LiveList.view`; close it when the screen goes.
 */
export class LiveView<Item> {
  readonly #selection: Selection<Item>;
  readonly #filter: number;
  readonly #release: () => void;
  readonly #step: number;
  #offset: number;
  #limit: number;
  /** Version of the selection at the last read; -1: never read, or moved since. */
  #seen = -1;
  #closed = false;

  constructor(selection: Selection<Item>, spec: WindowSpec, step: number, release: () => void) {
    this.#selection = selection;
    this.#filter = spec.filter;
    this.#offset = spec.offset;
    this.#limit = spec.limit;
    this.#step = step;
    this.#release = release;
  }

  /** Could `read` answer differently from last time? Costs nothing; may say yes for a change outside the window. */
  isStale(): boolean {
    return this.#seen !== this.#selection.version;
  }

  /** True while `searchFor` has more to do: a search still runs, or a large list is still being put in order. */
  get searching(): boolean {
    return !this.#selection.complete;
  }

  /**
   * The window, exact for everything gathered so far. While a search runs, what it has found is a true beginning of the
   * result; while a large list is being put in order for the first time, the window is provisional.
   * @throws Error after `close`
   */
  read(): LiveWindow<Item> {
    if (this.#closed) throw new Error('the view is closed');
    const { order, version, complete } = this.#selection;
    const total = order.count(this.#filter);
    const offset = Math.max(0, Math.min(this.#offset, total - this.#limit));
    this.#seen = version;
    return { offset, items: order.slice(this.#filter, offset, this.#limit), total, totalIsFinal: complete };
  }

  /** Moves the window. What a search has found stays. */
  scrollTo(offset: number, limit: number): void {
    if (offset === this.#offset && limit === this.#limit) return;
    this.#offset = offset;
    this.#limit = limit;
    this.#seen = -1;
  }

  /**
   * Goes on gathering for about `budgetMs` and returns true when finished. At least one small step is made each time, so
   * calling it while `searching` always comes to an end. Views with the same search share the work.
   * @param now a clock in ms
   */
  searchFor(budgetMs: number, now: () => number): boolean {
    if (this.#selection.complete) return true;
    const end = now() + budgetMs;
    let met = 0;
    this.#selection.gather(() => ++met % this.#step === 0 && now() >= end);
    return this.#selection.complete;
  }

  /** Lets go of the order and the search; the list drops them unless another view uses them. Again: nothing happens. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#release();
  }
}
