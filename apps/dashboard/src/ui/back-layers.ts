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
 * A step back that was asked for and has not arrived. `stepping`: off this page, with all in front of it; `passing`: over what
 * closed layers left behind, to the page under it; `again`: a press of Back met one such and means what is under it.
 */
type OnItsWay = 'nothing' | 'stepping' | 'passing' | 'again';

/**
 * N5: Back closes what lies on top (a dialog, a menu, a sheet) instead of leaving the page under it. Opening a layer adds an
 * entry to the history. A layer that is closed in another way leaves its entry behind: taking it away would be a step back
 * that could meet the router's next step forward. Such an entry is used by the next layer, and passed over by Back.
 */
export class BackLayers {
  readonly #history: LayerHistory;
  readonly #layers: (() => void)[] = [];
  /** Opened while a step back was on its way, which would take their entries for what it was to leave. */
  readonly #waiting: (() => void)[] = [];
  #depth: number;
  #onItsWay: OnItsWay = 'nothing';

  constructor(history: LayerHistory) {
    this.#history = history;
    this.#depth = depthOf(history.state);
  }

  /** @returns to be called when the layer was closed in another way */
  open(close: () => void): () => void {
    if (this.#onItsWay === 'nothing') this.#enter(close);
    else this.#waiting.push(close);
    return () => {
      for (const layers of [this.#layers, this.#waiting]) {
        const at = layers.indexOf(close);
        if (at >= 0) layers.splice(at, 1);
      }
    };
  }

  /** Leaves the page for the entry before it, with all that lies in front of it. Who asks twice meanwhile means one step. */
  stepBack(): void {
    if (this.#onItsWay === 'nothing') this.#goBack('stepping');
  }

  /** The router went on to another entry, without the browser's Back. */
  moved(): void {
    this.#depth = depthOf(this.#history.state);
  }

  /** The browser went to another entry. @returns whether that was about layers: then it is nothing for the router */
  popped(): boolean {
    const [from, to] = [this.#depth, depthOf(this.#history.state)];
    this.#depth = to;
    if (this.#onItsWay === 'passing') return to > 0 ? this.#goBack('passing') : this.#arrive();
    if (from > to) return this.#steppedOut(to);
    if (to <= this.#layers.length) return this.#arrive();
    // Come from elsewhere to the entry of a layer that is closed: on to the page under it.
    return this.#goBack('passing');
  }

  #enter(close: () => void): void {
    this.#layers.push(close);
    const { state } = this.#history;
    if (depthOf(state) < this.#layers.length)
      this.#history.pushState({ ...(state as object | null), [DEPTH]: this.#layers.length });
    this.#depth = depthOf(this.#history.state);
  }

  #steppedOut(to: number): boolean {
    const closed = this.#layers.splice(to);
    // The last one first: it lies in front.
    for (const close of closed.reverse()) close();
    if (this.#onItsWay === 'stepping') return this.#goBack('stepping');
    if (closed.length === 0) return this.#goBack('again');
    this.#arrive();
    return true;
  }

  #goBack(as: Exclude<OnItsWay, 'nothing'>): true {
    this.#onItsWay = as;
    this.#history.back();
    return true;
  }

  #arrive(): false {
    this.#onItsWay = 'nothing';
    for (const close of this.#waiting.splice(0)) this.#enter(close);
    return false;
  }
}
