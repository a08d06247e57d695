import type { Browser } from './browser.ts';
import { Life } from './life.ts';
import { type LastGasp, type Wires, wiresOf } from './wires.ts';

export interface PageOptions {
  readonly address: string;
  /** Its tab's `sessionStorage`. */
  readonly session: Storage;
  readonly isInFront: boolean;
  /** What the browser, and the proxy before the server, say of it in every handshake. */
  readonly headers: Readonly<Record<string, string>>;
  /** Every frame that reaches the page, right before the page hears it. */
  readonly overheard: (frame: string) => void;
}

/** A page: a window with what box and dashboard ask of one besides drawing, and an end. */
export class Page {
  readonly life = new Life();
  readonly window: Window & typeof globalThis;
  readonly #wires: Wires;
  readonly #document = new EventTarget() as EventTarget & { visibilityState: DocumentVisibilityState };

  constructor(browser: Browser, { address, session, isInFront, headers, overheard }: PageOptions) {
    const { life } = this;
    this.#wires = wiresOf(life, headers, overheard);
    // No cookies: the loader falls back on storage.
    Object.assign(this.#document, { cookie: '', title: 'A page', visibilityState: isInFront ? 'visible' : 'hidden' });
    this.window = Object.assign(new EventTarget(), {
      ...timersOf(life),
      ...{ document: this.#document, location: new URL(address) },
      navigator: { language: 'en-GB', locks: browser.locks?.of(life) },
      ...{ localStorage: browser.storage, sessionStorage: session, indexedDB: browser.databases?.of(life) },
      ...{ WebSocket: this.#wires.WebSocket, BroadcastChannel: browser.channels.of(life) },
      ...{ crypto: globalThis.crypto, screen: { width: 1440, height: 900 }, Intl, console },
    }) as unknown as Window & typeof globalThis;
  }

  /** The person looks at it, or at another tab. */
  turn(isInFront: boolean): void {
    const state = isInFront ? 'visible' : 'hidden';
    if (this.#document.visibilityState === state) return;
    this.#document.visibilityState = state;
    this.life.tell(() => this.#document.dispatchEvent(new Event('visibilitychange')));
  }

  cut(lastGasp: LastGasp, ms: number): void {
    this.#wires.cut(lastGasp, ms);
  }

  /** It was left: nothing of it runs on, and its sockets close behind it. */
  end(): void {
    this.life.end();
  }

  /** The browser was killed, or the machine: there is not even a close frame. */
  crash(): void {
    this.#wires.cut('nothing', 0);
    this.life.end();
  }
}

function timersOf(life: Life) {
  const running = new Set<NodeJS.Timeout>();
  life.atEnd(() => {
    for (const timer of running) clearTimeout(timer);
  });
  const clear = (timer: NodeJS.Timeout): void => {
    running.delete(timer);
    clearTimeout(timer);
  };
  return {
    setTimeout(task: () => void, ms: number) {
      const timer = setTimeout(() => {
        running.delete(timer);
        task();
      }, ms);
      running.add(timer);
      return timer;
    },
    setInterval(task: () => void, ms: number) {
      const timer = setInterval(task, ms);
      running.add(timer);
      return timer;
    },
    ...{ clearTimeout: clear, clearInterval: clear },
  };
}
