import { isSmartsupp, loaderTags } from './find-server.ts';
import { guard, later, listen, type PageWindow } from './page-window.ts';

export type Call = (...args: unknown[]) => void;
/** What a snippet leaves behind: a function with a queue of `arguments` objects. */
interface Stub extends Call {
  _?: unknown;
  vid?: string;
}

const NAMES = ['vetrina', 'smartsupp'] as const;

/** An option of the page, from `_vetrina` or, made for the other product, `_smartsupp`. Read late: pages set it whenever they like. */
export function pageOption(w: PageWindow, name: string): unknown {
  return ownOption(w, 'vetrina', name) ?? ownOption(w, 'smartsupp', name) ?? undefined;
}

function ownOption(w: PageWindow, owner: (typeof NAMES)[number], name: string): unknown {
  return guard(() => (w[`_${owner}`] as Record<string, unknown> | undefined)?.[name])();
}

export interface Snippet {
  /** Looks at the globals as they are now. Cheap; called again and again. */
  takeOver(): void;
  /** The visitor's id as agents know it, for pages that hand it to their own systems. */
  showVisitor(id: string | null): void;
}

/**
 * Puts our function in the place of `vetrina` and `smartsupp`, runs what was queued, in order, and keeps doing so:
 * pages define their stub after the loader, define it twice, or keep a reference to the old one.
 */
export function snippetOf(w: PageWindow, run: Call): Snippet {
  const call: Stub = guard(run);
  const push = (...entries: ArrayLike<unknown>[]): void => {
    for (const entry of entries) guard(() => call.apply(null, entry as unknown[]))();
  };
  /** Replays a queue and turns later pushes into calls, for those who kept the stub. */
  const hook = (queue: unknown): unknown => {
    if (Array.isArray(queue) && queue.push !== push) {
      const waiting = queue.splice(0);
      queue.push = push as never;
      push(...waiting);
    }
    return queue;
  };
  call._ = hook([]);
  return {
    takeOver() {
      for (const name of NAMES) {
        const found = w[name] as Stub | undefined;
        // A page that also loads the other product keeps its function.
        if (found !== call && (name === 'vetrina' || !loaderTags(w).some(isSmartsupp))) {
          // First the place, then the queue: a call made by a replayed command must find us.
          guard(() => {
            w[name] = call;
          })();
          hook(found?._);
        }
        // Some pages write `_smartsupp._ = []` and push there.
        hook(ownOption(w, name, '_'));
      }
    },
    showVisitor(id) {
      if (id) call.vid = id;
      else delete call.vid;
    },
  };
}

/**
 * Runs `look` now, at the page's milestones, and for ten minutes, each time after a twentieth of what has passed: stubs and
 * keys come when they come.
 */
export function lookNowAndThen(w: PageWindow, look: () => void): void {
  listen(w, 'DOMContentLoaded load', look);
  let wait = 50;
  const again = (): void => {
    look();
    wait *= 1.05;
    if (wait < 30_000) later(w, again, wait);
  };
  again();
}
