import type { Clock } from '../platform/clock.ts';
import type { AdmittedVisitor, VisitorKey, VisitorStore } from './ports.ts';

/** How long the first of a batch waits for company, ms, and how many travel together. */
const WAIT = 4;
const MOST = 500;

interface Waiting {
  readonly request: VisitorKey & { readonly at: number };
  readonly resolve: (visitor: AdmittedVisitor) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Asks the store for arriving visitors together: one transaction for everyone who says hello within a few ms. After a
 * restart 15,000 browsers come back at once; one by one they would be 15,000 transactions.
 */
export class AdmissionBatch {
  readonly #clock: Clock;
  readonly #store: Pick<VisitorStore, 'admit'>;
  #waiting: Waiting[] = [];
  #cancelTimer: (() => void) | null = null;

  constructor(clock: Clock, store: Pick<VisitorStore, 'admit'>) {
    this.#clock = clock;
    this.#store = store;
  }

  /** Finds or creates the visitor. Rejects if the store failed; nothing of the batch was written then. */
  admit(request: VisitorKey & { readonly at: number }): Promise<AdmittedVisitor> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (this.#waiting.length >= MOST) void this.#send();
      else this.#cancelTimer ??= this.#clock.after(WAIT, () => void this.#send());
    });
  }

  async #send(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      const found = await this.#store.admit(batch.map(({ request }) => request));
      batch.forEach(({ resolve, reject }, index) => {
        const visitor = found[index];
        if (visitor === undefined) reject(new Error('The store answered with fewer visitors than it was asked for.'));
        else resolve(visitor);
      });
    } catch (reason) {
      for (const { reject } of batch) reject(reason);
    }
  }
}
