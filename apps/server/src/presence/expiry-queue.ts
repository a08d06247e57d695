interface Entry<Key> {
  readonly key: Key;
  readonly at: number;
}

/** Stale entries tolerated before the heap is made anew. */
const SLACK = 256;

/**
 * "Tell me when this moment has come", for any number of keys with one timer outside. A binary heap; moving a key later
 * (by far the commonest case: somebody is still there) only notes the new moment, and the old entry is put back when it
 * comes up. So a key never has more than a few entries, and nobody scans everyone.
 */
export class ExpiryQueue<Key> {
  readonly #heap: Entry<Key>[] = [];
  readonly #wanted = new Map<Key, number>();
  /** The moment of the earliest live entry of each key in the heap. */
  readonly #queued = new Map<Key, number>();

  /** Sets or replaces the moment (ms since 1970) of `key`. */
  set(key: Key, at: number): void {
    this.#wanted.set(key, at);
    const queued = this.#queued.get(key);
    if (queued !== undefined && queued <= at) return;
    this.#queued.set(key, at);
    this.#push({ key, at });
  }

  delete(key: Key): void {
    if (this.#wanted.delete(key) && this.#heap.length > 2 * this.#wanted.size + SLACK) this.#rebuild();
  }

  get size(): number {
    return this.#wanted.size;
  }

  /** Entries kept, stale ones included: what a leak test looks at. */
  get entries(): number {
    return this.#heap.length;
  }

  /** Takes out and answers the keys whose moment has come by `now`, earliest first. */
  *due(now: number): Generator<Key> {
    for (let first = this.#heap[0]; first !== undefined && first.at <= now; first = this.#heap[0]) {
      this.#pop();
      // An entry that another, earlier one of the same key has replaced.
      if (this.#queued.get(first.key) !== first.at) continue;
      this.#queued.delete(first.key);
      const wanted = this.#wanted.get(first.key);
      if (wanted === undefined) continue;
      if (wanted > now) {
        this.#queued.set(first.key, wanted);
        this.#push({ key: first.key, at: wanted });
        continue;
      }
      this.#wanted.delete(first.key);
      yield first.key;
    }
  }

  /** Lets go of deleted keys before their moment; paid for by as many deletions. */
  #rebuild(): void {
    this.#heap.length = 0;
    this.#queued.clear();
    for (const [key, at] of this.#wanted) {
      this.#queued.set(key, at);
      this.#push({ key, at });
    }
  }

  #push(entry: Entry<Key>): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Entry<Key>;
      if (above.at <= entry.at) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Entry<Key>;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as Entry<Key>).at < (heap[child] as Entry<Key>).at) child += 1;
      const below = heap[child] as Entry<Key>;
      if (below.at >= last.at) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
  }
}
