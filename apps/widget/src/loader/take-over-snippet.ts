import { isSmartsupp, loaderTags } from './find-server.ts';
import { attempt, guard, later, listen, type PageWindow } from './page-window.ts';

export type Call = (...args: unknown[]) => void;
/** What a snippet leaves behind: a function with a queue of `arguments` objects. */
interface Stub extends Call {
  _?: unknown;
  vid?: string;
}

const NAMES = ['vetrina', 'smartsupp'] as const;

/** An option of the page, from `_vetrina` or, made for the other product, `_smartsupp`. Read late: pages set it whenever they like. */
export function pageOption(w: PageWindow, name: string): unknown {
  for (const owner of NAMES) {
    const value = attempt(() => (w[`_${owner}`] as Record<string, unknown> | undefined)?.[name], undefined);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/**
 * Puts our function in the place of `vetrina` and `smartsupp`, runs what was queued, in order, and keeps doing so:
 * pages define their stub after the loader, define it twice, or keep a reference to the old one.
 */
export class Snippet {
  private readonly w: PageWindow;
  private readonly call: Stub;
  private readonly push: (...entries: ArrayLike<unknown>[]) => number;

  constructor(w: PageWindow, run: Call) {
    this.w = w;
    this.call = guard(run);
    this.push = (...entries) => {
      for (const entry of entries) this.call.apply(null, entry as unknown[]);
      return 0;
    };
    this.call._ = this.hook([]);
  }

  /** Looks at the globals as they are now. Cheap; called again and again. */
  takeOver(): void {
    for (const name of NAMES) {
      const found = this.w[name] as Stub | undefined;
      // A page that also loads the other product keeps its function.
      if (found !== this.call && (name === 'vetrina' || !loaderTags(this.w).some(isSmartsupp))) {
        // First the place, then the queue: a call made by a replayed command must find us.
        guard(() => {
          this.w[name] = this.call;
        })();
        this.hook(found?._);
      }
      // Some pages write `_smartsupp._ = []` and push there.
      this.hook(attempt(() => (this.w[`_${name}`] as Stub | undefined)?._, undefined));
    }
  }

  /** The visitor's id as agents know it, for pages that hand it to their own systems. */
  showVisitor(id: string | null): void {
    if (id) this.call.vid = id;
    else delete this.call.vid;
  }

  /** Replays a queue and turns later pushes into calls, for those who kept the stub. */
  private hook(queue: unknown): unknown {
    if (Array.isArray(queue) && queue.push !== this.push) {
      const waiting = queue.splice(0) as ArrayLike<unknown>[];
      queue.push = this.push;
      for (const entry of waiting) guard(this.push)(entry);
    }
    return queue;
  }
}

/** Runs `look` now, at the page's milestones, and at growing intervals up to ten minutes: stubs and keys come when they come. */
export function lookNowAndThen(w: PageWindow, look: () => void): void {
  listen(w.document, 'DOMContentLoaded', look);
  listen(w, 'load', look);
  let wait = 50;
  let waited = 0;
  const again = (): void => {
    look();
    waited += wait;
    wait = Math.min(2_000, wait * 1.3);
    if (waited < 600_000) later(w, again, wait);
  };
  again();
}
