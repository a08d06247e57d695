/** The browser's caches in memory. `fetch` is what `add` and `addAll` ask. */
export class FakeCaches implements CacheStorage {
  readonly #caches = new Map<string, FakeCache>();
  readonly #fetch: (request: Request) => Promise<Response>;

  constructor(fetch: (request: Request) => Promise<Response>) {
    this.#fetch = fetch;
  }

  async open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache(this.#fetch);
    this.#caches.set(name, cache);
    return cache;
  }

  async match(url: RequestInfo | URL): Promise<Response | undefined> {
    for (const cache of this.#caches.values()) {
      const found = await cache.match(url);
      if (found) return found;
    }
    return undefined;
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async has(name: string): Promise<boolean> {
    return this.#caches.has(name);
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }
}

const addressOf = (asked: RequestInfo | URL): string => (asked instanceof Request ? asked.url : String(asked));

class FakeCache implements Cache {
  readonly #kept = new Map<string, Response>();
  readonly #fetch: (request: Request) => Promise<Response>;

  constructor(fetch: (request: Request) => Promise<Response>) {
    this.#fetch = fetch;
  }

  async match(asked: RequestInfo | URL): Promise<Response | undefined> {
    return this.#kept.get(addressOf(asked))?.clone();
  }

  async matchAll(): Promise<readonly Response[]> {
    return [...this.#kept.values()];
  }

  async put(asked: RequestInfo | URL, response: Response): Promise<void> {
    this.#kept.set(addressOf(asked), response);
  }

  async add(asked: RequestInfo | URL): Promise<void> {
    await this.addAll([asked]);
  }

  async addAll(asked: Iterable<RequestInfo | URL>): Promise<void> {
    const requests = [...asked].map((one) => (one instanceof Request ? one : new Request(one)));
    const answers = await Promise.all(requests.map((request) => this.#fetch(request)));
    if (!answers.every(({ ok }) => ok)) throw new TypeError('a file could not be had');
    for (const [at, request] of requests.entries()) this.#kept.set(request.url, answers[at] as Response);
  }

  async delete(asked: RequestInfo | URL): Promise<boolean> {
    return this.#kept.delete(addressOf(asked));
  }

  async keys(): Promise<readonly Request[]> {
    return [...this.#kept.keys()].map((url) => new Request(url));
  }
}
