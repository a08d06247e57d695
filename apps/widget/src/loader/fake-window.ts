import { webcrypto } from 'node:crypto';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
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

/** An element, reduced to what the launcher asks of it. */
export interface FakeElement {
  tag: string;
  id: string;
  attributes: Record<string, string>;
  children: FakeElement[];
  isConnected: boolean;
  onclick?: () => void;
  adoptedStyleSheets?: { css: string }[];
}

export interface FakePage {
  w: PageWindow;
  body: FakeElement;
  browser: FakeBrowser;
  wires: FakeWire[];
  tags: FakeTag[];
  warnings: string[];
  asked: string[];
  wire(): FakeWire;
  /** Opens the newest wire and welcomes the visitor. */
  welcome(visitor?: string | null, more?: object): void;
  /** Plays a frame of the server on the newest wire. */
  hear(frame: object): void;
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
  addEventListener(type: string, task: (event: object) => void, { signal }: { signal?: AbortSignal } = {}): void {
    const handler = { type, task };
    this.handlers.push(handler);
    signal?.addEventListener('abort', () => this.handlers.splice(this.handlers.indexOf(handler), 1));
  }
  emit(type: string, fields: object): void {
    for (const handler of [...this.handlers]) {
      if (handler.type === type) handler.task({ type, isTrusted: true, target: this, ...fields });
    }
  }
}

const nothing = (): void => undefined;
const ONLINE = { state: 'online', agents: [], chatting: false };
const WELCOME = { type: 'welcome', protocol: 4, serverTime: 0, chat: null, box: ONLINE, message: null };
const FULL: WidgetConfig = {
  ...{ mode: 'full', respectPrivacySignals: true, accountName: 'Bottega', groups: [] },
  box: DEFAULT_BOX,
  may: { hideBox: true, askFirst: true, rate: true },
};

function giveCookies(document: object, cookies: Map<string, string>): void {
  Object.defineProperty(document, 'cookie', {
    get: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    set(line: string) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (line.includes('max-age=0')) cookies.delete(name);
      else cookies.set(name, value);
    },
  });
}

function socketClass(wires: FakeWire[]) {
  return class {
    readonly frames: FakeWire['frames'] = [];
    readonly address: string;
    closed = false;
    constructor(address: string) {
      this.address = address;
      wires.push(this as unknown as FakeWire);
    }
    send(text: string): void {
      this.frames.push(JSON.parse(text));
    }
    close(): void {
      this.closed = true;
    }
  };
}

function fakeFetch(setUp: { config?: unknown; status?: number }, asked: string[]) {
  return (address: string) => {
    asked.push(address);
    const status = setUp.status ?? 200;
    const config = { ...FULL, ...(setUp.config as object) };
    return Promise.resolve({ ok: status === 200, status, json: () => Promise.resolve(config) });
  };
}

interface Timer {
  at: number;
  task: () => void;
}

/** Promises settle between timers, as in a browser. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

function fakeTimers() {
  let now = 0;
  const waiting = new Set<Timer>();
  const next = () => [...waiting].sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    set(task: () => void, ms: number): Timer {
      const timer = { at: now + ms, task };
      waiting.add(timer);
      return timer;
    },
    clear: (timer: Timer) => void waiting.delete(timer),
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      await settle();
      for (let due = next(); due && due.at <= until; due = next()) {
        waiting.delete(due);
        now = due.at;
        due.task();
        await settle();
      }
      now = until;
    },
  };
}

function fakeElement(tag: string): FakeElement {
  const element = {
    ...{ tag, id: '', attributes: {} as Record<string, string>, children: [] as FakeElement[], isConnected: false },
    setAttribute: (name: string, value: string) => void Object.assign(element.attributes, { [name]: value }),
    append(...children: FakeElement[]) {
      for (const child of children) child.isConnected = true;
      element.children.push(...children);
    },
    attachShadow() {
      const root = fakeElement('#shadow-root');
      element.children.push(root);
      return root;
    },
  };
  return element;
}

class FakeStyleSheet {
  css = '';
  replaceSync(css: string): void {
    this.css = css;
  }
}

function fakeDocument(doc: FakeTarget, had: { tags: FakeTag[]; body: FakeElement; cookies: Map<string, string> }) {
  giveCookies(doc, had.cookies);
  return Object.assign(doc, {
    currentScript: had.tags[0] ?? null,
    querySelectorAll: () => had.tags,
    referrer: 'https://search.test/',
    title: 'Home',
    visibilityState: 'visible',
    documentElement: {},
    body: had.body,
    createElement: fakeElement,
  });
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
  const timers = fakeTimers();
  const tags: FakeTag[] = [
    { src: setUp.src ?? 'https://live.test/loader.js', dataset: setUp.key ? { key: setUp.key } : {} },
  ];
  const wires: FakeWire[] = [];
  const warnings: string[] = [];
  const asked: string[] = [];

  const body = fakeElement('body');
  const document = fakeDocument(doc, { tags, body, cookies: browser.cookies });
  const w = Object.assign(win, {
    document,
    location,
    navigator: { language: 'it-IT', ...setUp.navigator },
    screen: { width: 1440, height: 900 },
    crypto: webcrypto,
    localStorage: storage(browser.local),
    sessionStorage: storage(browser.session),
    performance: { now: timers.now },
    Intl,
    console: { warn: (line: string) => warnings.push(line) },
    history: { pushState: nothing, replaceState: nothing },
    MutationObserver: class {
      observe = nothing;
    },
    setTimeout: timers.set,
    clearTimeout: timers.clear,
    WebSocket: socketClass(wires),
    fetch: fakeFetch(setUp, asked),
    CSSStyleSheet: FakeStyleSheet,
    ...setUp.globals,
  });
  Object.assign(w, { top: w });

  const page: FakePage = {
    w: w as unknown as PageWindow,
    body,
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
    welcome(visitor = 'viABCDEFGHIJKLMNOPQRSTUV', more = {}) {
      page.wire().onopen();
      page.hear({ ...WELCOME, visitor, ...more });
    },
    hear(frame) {
      page.wire().onmessage({ data: JSON.stringify(frame) });
    },
    navigate(url) {
      location.href = new URL(url, location.href).href;
    },
    fire(target, type, fields = {}) {
      (target === 'window' ? win : doc).emit(type, fields);
    },
    pass: timers.pass,
  };
  return page;
}
