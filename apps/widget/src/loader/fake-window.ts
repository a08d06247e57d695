import { webcrypto } from 'node:crypto';
import type { PageWindow } from './page-window.ts';

interface FakeTag {
  src: string;
  dataset: Record<string, string>;
}

export interface FakeWire {
  address: string;
  frames: { type: string; [field: string]: unknown }[];
  /** As the browser's socket; tests call these to play the server. */
  onopen: () => void;
  onmessage: (event: { data: unknown }) => void;
  onclose: (event: { code: number; reason: string }) => void;
  closed: boolean;
}

/** The browser behind the page: what survives a navigation. */
export interface FakeBrowser {
  cookies: Map<string, string>;
  local: Map<string, string>;
  session: Map<string, string>;
}

export interface FakePage {
  w: PageWindow;
  browser: FakeBrowser;
  wires: FakeWire[];
  tags: FakeTag[];
  warnings: string[];
  asked: string[];
  wire(): FakeWire;
  /** Opens the newest wire and welcomes the visitor. */
  welcome(visitor?: string | null): void;
  navigate(url: string): void;
  fire(target: 'window' | 'document', type: string, fields?: object): void;
  /** Lets promises settle and runs every timer due within `ms`. */
  pass(ms: number): Promise<void>;
}

export const freshBrowser = (): FakeBrowser => ({ cookies: new Map(), local: new Map(), session: new Map() });

function storage(items: Map<string, string>) {
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

/** Event targets of Node mark dispatched events untrusted, as browsers do; the page's own are trusted here. */
class FakeTarget {
  private readonly handlers: { type: string; task: (event: object) => void }[] = [];
  addEventListener(type: string, task: (event: object) => void): void {
    this.handlers.push({ type, task });
  }
  removeEventListener(type: string, task: (event: object) => void): void {
    const at = this.handlers.findIndex((handler) => handler.type === type && handler.task === task);
    if (at >= 0) this.handlers.splice(at, 1);
  }
  emit(type: string, fields: object): void {
    for (const handler of [...this.handlers]) {
      if (handler.type === type) handler.task({ type, isTrusted: true, target: this, ...fields });
    }
  }
}

/** A window with just what the loader touches, a clock that tests move, and no network. */
export function fakePage(setUp: {
  config?: unknown;
  status?: number;
  globals?: object;
  browser?: FakeBrowser;
  url?: string;
  src?: string;
  key?: string;
  navigator?: object;
}): FakePage {
  const browser = setUp.browser ?? freshBrowser();
  const win = new FakeTarget();
  const doc = new FakeTarget();
  const location = new URL(setUp.url ?? 'https://shop.test/');
  let now = 0;
  const timers: { at: number; task: () => void }[] = [];
  const tags: FakeTag[] = [
    { src: setUp.src ?? 'https://live.test/loader.js', dataset: setUp.key ? { key: setUp.key } : {} },
  ];
  const wires: FakeWire[] = [];
  const warnings: string[] = [];
  const asked: string[] = [];

  Object.defineProperty(doc, 'cookie', {
    get: () => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    set(line: string) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (line.includes('max-age=0')) browser.cookies.delete(name);
      else browser.cookies.set(name, value);
    },
  });
  const document = Object.assign(doc, {
    currentScript: tags[0] ?? null,
    querySelectorAll: () => tags,
    referrer: 'https://search.test/',
    title: 'Home',
    visibilityState: 'visible',
    documentElement: {},
  });
  const w = Object.assign(win, {
    document,
    location,
    navigator: { language: 'it-IT', ...setUp.navigator },
    screen: { width: 1440, height: 900 },
    crypto: webcrypto,
    localStorage: storage(browser.local),
    sessionStorage: storage(browser.session),
    performance: { now: () => now },
    Intl,
    console: { warn: (line: string) => warnings.push(line) },
    history: { pushState() {}, replaceState() {} },
    MutationObserver: class {
      observe() {}
    },
    setTimeout(task: () => void, ms: number) {
      const timer = { at: now + ms, task };
      timers.push(timer);
      return timer;
    },
    clearTimeout(timer: { at: number; task: () => void }) {
      const at = timers.indexOf(timer);
      if (at >= 0) timers.splice(at, 1);
    },
    WebSocket: class {
      constructor(address: string) {
        const wire = Object.assign(this, { address, frames: [], closed: false }) as unknown as FakeWire;
        wires.push(wire);
      }
      send(text: string) {
        (this as unknown as FakeWire).frames.push(JSON.parse(text));
      }
      close() {
        (this as unknown as FakeWire).closed = true;
      }
    },
    fetch(address: string) {
      asked.push(address);
      const status = setUp.status ?? 200;
      const config = setUp.config ?? { mode: 'full', respectPrivacySignals: true };
      return Promise.resolve({ ok: status === 200, status, json: () => Promise.resolve(config) });
    },
    ...setUp.globals,
  });
  Object.assign(w, { top: w });

  const page: FakePage = {
    w: w as unknown as PageWindow,
    browser,
    wires,
    tags,
    warnings,
    asked,
    wire() {
      const last = wires.at(-1);
      if (!last) throw new Error('no socket was opened');
      return last;
    },
    welcome(visitor = 'viABCDEFGHIJKLMNOPQRSTUV') {
      page.wire().onopen();
      page.wire().onmessage({ data: JSON.stringify({ type: 'welcome', protocol: 1, visitor, serverTime: 0 }) });
    },
    navigate(url) {
      location.href = new URL(url, location.href).href;
    },
    fire(target, type, fields = {}) {
      (target === 'window' ? win : doc).emit(type, fields);
    },
    async pass(ms) {
      const until = now + ms;
      for (let settled = 0; settled < 8; settled++) await Promise.resolve();
      for (;;) {
        timers.sort((a, b) => a.at - b.at);
        if (!timers[0] || timers[0].at > until) break;
        const due = timers.shift();
        now = Math.max(now, due?.at ?? now);
        due?.task();
        for (let settled = 0; settled < 8; settled++) await Promise.resolve();
      }
      now = until;
    },
  };
  return page;
}
