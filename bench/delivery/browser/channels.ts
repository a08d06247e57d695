import type { Life } from './life.ts';

interface Ear {
  readonly name: string;
  hear(data: unknown): void;
}

/** The broadcast channels of one browser: what one page posts, every other page hears, a little later. */
export class Channels {
  readonly #ears = new Set<Ear>();

  /** The class as one page finds it. */
  of(life: Life): typeof BroadcastChannel {
    const ears = this.#ears;
    class PageChannel extends EventTarget {
      readonly #ear: Ear;

      constructor(name: string) {
        super();
        const hear = (data: unknown): void => void this.dispatchEvent(new MessageEvent('message', { data }));
        this.#ear = { name, hear: (data) => setImmediate(() => life.tell(() => hear(data))) };
        ears.add(this.#ear);
        life.atEnd(() => ears.delete(this.#ear));
      }

      postMessage(data: unknown): void {
        for (const ear of ears) if (ear !== this.#ear && ear.name === this.#ear.name) ear.hear(structuredClone(data));
      }
    }
    return PageChannel as unknown as typeof BroadcastChannel;
  }
}
