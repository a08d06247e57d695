import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import type { Life } from './life.ts';

/** One object store. */
interface Shelf {
  readonly keyPath: string | null;
  readonly rows: Map<string, unknown>;
}
type Shelves = Map<string, Shelf>;

/** A request or a transaction, with whatever handlers the page put on it. */
interface Told {
  result?: unknown;
  error: null;
  onupgradeneeded?: (() => void) | null;
  onsuccess?: (() => void) | null;
  oncomplete?: (() => void) | null;
}

/** How long a disk takes, ms: at random within; now and then the browser is busy and opens late. */
const WRITE = { least: 1, spread: 8 };
const OPEN = { least: 1, spread: 20, lateOnceIn: 15, late: 400 };

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * The IndexedDB of one browser, reduced to what the two outboxes ask of it. Transactions run one after the other and take a
 * disk's time. With a page go those of its transactions that have not begun; the one that is being committed may have made it or not
 * (https://w3c.github.io/IndexedDB/#closing-connection), and nobody is told.
 */
export class Databases {
  readonly #made = new Map<string, Shelves>();
  readonly #random: SeededRandom;
  #last: Promise<void> = Promise.resolve();

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  /** As one page finds it. */
  of(life: Life): IDBFactory {
    const open = (name: string): Told => {
      const opening: Told = { error: null };
      void pause(this.#openTime()).then(() => life.tell(() => this.#opened(opening, name, life)));
      return opening;
    };
    return { open } as unknown as IDBFactory;
  }

  #openTime(): number {
    if (this.#random.int(OPEN.lateOnceIn) === 0) return OPEN.late;
    return OPEN.least + this.#random.int(OPEN.spread);
  }

  #opened(opening: Told, name: string, life: Life): void {
    const isNew = !this.#made.has(name);
    const shelves: Shelves = this.#made.get(name) ?? new Map();
    this.#made.set(name, shelves);
    opening.result = {
      createObjectStore: (shelf: string, { keyPath = null }: { keyPath?: string | null } = {}) =>
        void shelves.set(shelf, { keyPath, rows: new Map() }),
      transaction: () => this.#begin(shelves, life),
    };
    if (isNew) opening.onupgradeneeded?.();
    opening.onsuccess?.();
  }

  #begin(shelves: Shelves, life: Life) {
    const transaction: Told = { error: null };
    const work: (() => void)[] = [];
    const asked: Told[] = [];
    const ask = (task: () => unknown): Told => {
      const request: Told = { error: null };
      asked.push(request);
      work.push(() => {
        request.result = task();
      });
      return request;
    };
    const objectStore = (name: string) => {
      const shelf = shelves.get(name);
      if (shelf === undefined) throw new DOMException(`there is no ${name}`, 'NotFoundError');
      return storeOf(shelf, ask);
    };
    this.#last = this.#last.then(() =>
      this.#commit(life, work, () => {
        for (const request of asked) request.onsuccess?.();
        transaction.oncomplete?.();
      }),
    );
    return Object.assign(transaction, { objectStore });
  }

  async #commit(life: Life, work: readonly (() => void)[], tell: () => void): Promise<void> {
    if (life.isOver) return;
    await pause(WRITE.least + this.#random.int(WRITE.spread));
    if (life.isOver && this.#random.next() < 0.5) return;
    for (const task of work) task();
    life.tell(tell);
  }
}

function storeOf({ keyPath, rows }: Shelf, ask: (task: () => unknown) => Told) {
  return {
    put(value: Record<string, unknown>, key?: string) {
      const copy = structuredClone(value);
      const name = keyPath === null ? key : value[keyPath];
      if (typeof name !== 'string') throw new DOMException('no key', 'DataError');
      return ask(() => void rows.set(name, copy));
    },
    delete: (key: string) => ask(() => void rows.delete(key)),
    count: (key: string) => ask(() => (rows.has(key) ? 1 : 0)),
    getAll: () => ask(() => [...rows.values()].map((row) => structuredClone(row))),
  };
}
