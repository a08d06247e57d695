/** The browser's history, as far as layers need it. */
export interface LayerHistory {
  readonly state: unknown;
  /** Past the router, for which nothing happens here: the address stays. */
  pushState(state: unknown): void;
  back(): void;
}

/** How many layers lie in front of the page at an entry of the history; 0: none, it is the page itself. */
const DEPTH = 'vetrinaLayers';

function depthOf(state: unknown): number {
  const depth = (state as Readonly<Record<string, unknown>> | null)?.[DEPTH];
  return typeof depth === 'number' ? depth : 0;
}

/**
 * N5: Back closes what lies on top (a dialog, a menu, a sheet) instead of leaving the page under it. Opening a layer adds an
 * entry to the history. A layer that is closed in another way leaves its entry behind: taking it away would be a step back
 * that could meet the router's next step forward. Such an entry is used by the next layer, and passed over by Back.
 */
export class BackLayers {
  readonly #history: LayerHistory;
  readonly #layers: (() => void)[] = [];
  #depth: number;
  #isPassing = false;

  constructor(history: LayerHistory) {
    this.#history = history;
    this.#depth = depthOf(history.state);
  }

  /** @returns to be called when the layer was closed in another way */
  open(close: () => void): () => void {
    this.#layers.push(close);
    const { state } = this.#history;
    if (depthOf(state) < this.#layers.length)
      this.#history.pushState({ ...(state as object | null), [DEPTH]: this.#layers.length });
    this.#depth = depthOf(this.#history.state);
    return () => {
      const at = this.#layers.indexOf(close);
      if (at >= 0) this.#layers.splice(at, 1);
    };
  }

  /** The router went on to another entry, without the browser's Back. */
  moved(): void {
    this.#depth = depthOf(this.#history.state);
  }

  /** The browser went to another entry. @returns whether that was about layers: then it is nothing for the router */
  popped(): boolean {
    const [from, to] = [this.#depth, depthOf(this.#history.state)];
    this.#depth = to;
    if (this.#isPassing) {
      if (to > 0) this.#history.back();
      else this.#isPassing = false;
      return to > 0;
    }
    if (from > to) return this.#steppedOut(to);
    if (to <= this.#layers.length) return false;
    // Come from elsewhere to the entry of a layer that is closed: on to the page under it.
    this.#isPassing = true;
    this.#history.back();
    return true;
  }

  #steppedOut(to: number): boolean {
    const closed = this.#layers.splice(to);
    // The last one first: it lies in front.
    for (const close of closed.reverse()) close();
    // Only a layer's leftover was left: Back meant what is under it.
    if (closed.length === 0) this.#history.back();
    return true;
  }
}
