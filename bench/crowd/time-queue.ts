/** Things to do, the soonest first: a binary heap, because a large crowd plans a thousand things a second. */
export interface TimeQueue<T> {
  readonly size: number;
  add(at: number, item: T): void;
  /** Takes the soonest item whose time has come. */
  takeDue(now: number): T | undefined;
}

export function timeQueue<T>(): TimeQueue<T> {
  const heap: { readonly at: number; readonly item: T }[] = [];
  const at = (index: number) => heap[index]?.at ?? Number.POSITIVE_INFINITY;

  function swap(a: number, b: number): void {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) {
      heap[a] = second;
      heap[b] = first;
    }
  }

  function sink(from: number): void {
    let index = from;
    for (;;) {
      const left = 2 * index + 1;
      const least = at(left + 1) < at(left) ? left + 1 : left;
      if (at(least) >= at(index)) return;
      swap(index, least);
      index = least;
    }
  }

  return {
    get size() {
      return heap.length;
    },
    add(when, item) {
      let index = heap.push({ at: when, item }) - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (at(parent) <= at(index)) return;
        swap(parent, index);
        index = parent;
      }
    },
    takeDue(now) {
      const first = heap[0];
      if (!first || first.at > now) return undefined;
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        sink(0);
      }
      return first.item;
    },
  };
}
