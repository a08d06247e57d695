/** The page's window, with whatever the page has put there under the names that concern us. */
export type PageWindow = Window & typeof globalThis & { [name: string]: unknown };

/**
 * Wraps a task so that nothing it does wrong reaches the page: neither an exception nor an error event. What went wrong, or
 * what the page, its policy or the browser forbids even to look at, is undefined.
 */
export function guard<Args extends readonly unknown[], Result>(
  task: (...args: Args) => Result,
): (...args: Args) => Result | undefined {
  return (...args) => {
    try {
      return task(...args);
    } catch {
      // The page is a guest's home. What broke here (often a global that the page replaced) is not its business.
      return undefined;
    }
  };
}

/** Adds a listener that cannot hurt: guarded, passive, and first in line so that `stopPropagation` does not hide events. */
export function listen(target: EventTarget, types: string, task: (event: Event) => void): void {
  for (const type of types.split(' ')) target.addEventListener(type, guard(task), { capture: true, passive: true });
}

/** Runs a guarded task in `ms`. */
export function later(w: PageWindow, task: () => void, ms: number): void {
  w.setTimeout(guard(task), ms);
}

/** A task that runs `ms` after it was first asked for, once for all who ask meanwhile. */
export function soon(w: PageWindow, task: () => void, ms: number): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    later(
      w,
      () => {
        isPlanned = false;
        task();
      },
      ms,
    );
  };
}

/** Keeps a text under a name, where the browser allows it; an empty one is removed. */
export function store(w: PageWindow, where: 'localStorage' | 'sessionStorage', name: string, value: string): void {
  guard(() => (value ? w[where].setItem(name, value) : w[where].removeItem(name)))();
}

/** What is kept under a name, if it has the shape of what we keep there. */
export function stored(
  w: PageWindow,
  where: 'localStorage' | 'sessionStorage',
  name: string,
  shape: RegExp,
): string | undefined {
  return guard(() => w[where].getItem(name)?.match(shape)?.[0])();
}
