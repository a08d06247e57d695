/** The page's window, with whatever the page has put there under the names that concern us. */
export type PageWindow = Window & typeof globalThis & { [name: string]: unknown };

/** Wraps a task so that nothing it does wrong reaches the page: neither an exception nor an error event. */
export function guard<Args extends unknown[]>(task: (...args: Args) => void): (...args: Args) => void {
  return (...args) => {
    try {
      task(...args);
    } catch {
      // The page is a guest's home. What broke here (often a global that the page replaced) is not its business.
    }
  };
}

/** `fallback` where the page, its policy or the browser forbids even to look. */
export function attempt<Value>(look: () => Value, fallback: Value): Value {
  try {
    return look();
  } catch {
    return fallback;
  }
}

/** Adds a listener that cannot hurt: guarded, passive, and first in line so that `stopPropagation` does not hide events. */
export function listen(target: EventTarget, types: string, task: (event: Event) => void): void {
  for (const type of types.split(' ')) target.addEventListener(type, guard(task), { capture: true, passive: true });
}

/** Runs a guarded task in `ms`. */
export function later(w: PageWindow, task: () => void, ms: number): void {
  w.setTimeout(guard(task), ms);
}
