import type { FromPage } from './worker-messages.ts';

/** The server is asked for a newer version at most so often, ms; the browser itself asks at every navigation. */
const ASK_EVERY = 10 * 60_000;

export interface UpdatesEnv {
  readonly now: () => number;
  readonly reload: () => void;
  /** The path of the script that this page runs: it says which version the page is of. */
  readonly entry: string;
}

/** N2: knows whether a newer version of the dashboard is ready. It never reloads unless it is told to. */
export class AppUpdates {
  readonly #env: UpdatesEnv;
  readonly #listeners = new Set<() => void>();
  #registration: ServiceWorkerRegistration | null = null;
  #isReady = false;
  #isTaking = false;
  #askedAt: number;

  constructor(env: UpdatesEnv) {
    this.#env = env;
    this.#askedAt = env.now();
  }

  readonly isReady = (): boolean => this.#isReady;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to look after newer versions. */
  watch(container: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
    this.#registration = registration;
    let hadWorker = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (this.#isTaking) this.#env.reload();
      // Another tab let it take over: what this one runs may be of yesterday. Asked anew, for what the worker said while it
      // waited may come later than this.
      else if (hadWorker && container.controller) this.#meet(container.controller);
      hadWorker = true;
    });
    if (registration.waiting && hadWorker) this.#meet(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        // The first version of all waits for nobody.
        if (worker.state === 'installed' && container.controller) this.#meet(worker);
      });
    });
  }

  /** Asks for a newer version, unless it did so a short while ago. */
  readonly ask = (): void => {
    const now = this.#env.now();
    if (!this.#registration || now - this.#askedAt < ASK_EVERY) return;
    this.#askedAt = now;
    // Without a network there is no news.
    void this.#registration.update().catch(() => undefined);
  };

  /** The agent wants it now: the version that waits takes over, and the page is loaded anew. */
  readonly take = (): void => {
    const waiting = this.#registration?.waiting;
    if (!waiting) {
      this.#env.reload();
      return;
    }
    this.#isTaking = true;
    say(waiting, { kind: 'take-over' });
  };

  #meet(worker: ServiceWorker): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: isOwn }) => {
      port1.close();
      if (isOwn !== true) this.#tell();
    };
    say(worker, { kind: 'whose-page', entry: this.#env.entry }, [port2]);
  }

  #tell(): void {
    this.#isReady = true;
    for (const listener of this.#listeners) listener();
  }
}

export function say(worker: ServiceWorker, message: FromPage, ports: Transferable[] = []): void {
  worker.postMessage(message, ports);
}
