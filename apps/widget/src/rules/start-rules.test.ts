import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { PageViewId, RuleId } from '@vetrina/protocol/ids';
import type { RuleDue } from '@vetrina/protocol/messages/automatic-message';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import type { Link, Scene } from '../link/link.ts';
import { startRules } from './start-rules.ts';

/** The server's clock when the browser's `performance.now()` is 0. */
const ZERO = 1_800_000_000_000;
const logicOn = (when: Trigger, address?: string): RuleLogic => ({
  ...{ when, delay: 0, who: { match: 'all', list: [] }, schedule: { team: 'any', times: null } },
  where: { match: 'all', list: address ? [{ about: 'address', test: 'is', value: address }] : [] },
});

interface Listener {
  readonly type: string;
  readonly task: (event: object) => void;
  readonly options: AddEventListenerOptions;
}

/** A page that carries the loader, with what rules touch of it. `broken` replaces some of that. */
function page(broken: object = {}) {
  const clock = new FakeClock(0);
  const listeners = new Set<Listener>();
  const root = { scrollTop: 0, scrollHeight: 2_000, clientHeight: 1_000, clientWidth: 800 };
  const document = {
    ...{ visibilityState: 'visible', scrollingElement: root, documentElement: root },
    addEventListener(type: string, task: Listener['task'], options: AddEventListenerOptions = {}) {
      const listener = { type, task, options };
      listeners.add(listener);
      options.signal?.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  const w = {
    ...{ document, AbortController, innerWidth: 800, innerHeight: 1_000, performance: { now: clock.now } },
    setTimeout: (task: () => void, ms: number) => clock.after(ms, task),
    clearTimeout: (cancel: (() => void) | undefined) => cancel?.(),
    getComputedStyle: () => ({ display: 'block' }),
    matchMedia: () => ({ matches: true }),
    ...broken,
  };
  const asked: RuleDue[] = [];
  const view = (nth: number): Scene => ({
    ...{ at: clock.now(), events: {} },
    page: {
      id: `page${nth}`.padEnd(22, '_') as PageViewId,
      url: `https://shop.example/${nth}?ref=x&size=4`,
      title: 'Shop',
    },
  });
  let scene = view(1);
  const link: Link = {
    ...{ base: '', key: 'key', kept: [], look: DEFAULT_BOX, config: {} as Link['config'] },
    ...{ line: () => 'open', startChat: () => undefined, emit: () => undefined, remember: () => undefined },
    who: () => undefined,
    send: (frame) => asked.push(frame as RuleDue) > 0,
    scene: () => scene,
    ahead: ZERO,
    button: { isConnected: true } as HTMLButtonElement,
    welcome: {
      ...{ type: 'welcome', protocol: 4, visitor: null, serverTime: ZERO, chat: null, message: null },
      box: { state: 'online', agents: [], chatting: false },
    },
  };
  return {
    ...{ clock, link, asked, root, document, listeners },
    start: () => startRules(w as unknown as Window & typeof globalThis, link),
    /** The server sends a rule, under a name. */
    gets(logics: Readonly<Record<string, RuleLogic>>): void {
      const rules = Object.entries(logics).map(([name, logic]) => ({ id: name as RuleId, logic }));
      const rest = { visitStartedAt: ZERO, waitingSince: null, quietUntil: null, keptParameters: ['size'] };
      link.hear?.('frame', { type: 'rules', rules, ...rest });
    },
    fires(type: string, event: object = {}): void {
      for (const listener of [...listeners])
        if (listener.type === type) listener.task({ isTrusted: true, target: document, ...event });
    },
    moves(nth: number): void {
      scene = view(nth);
      link.hear?.('scene');
    },
    names: () => asked.map(({ rule }) => rule),
    types: () => [...listeners].map(({ type }) => type).sort(),
  };
}

test('A2: rules that were there before the script did are watched, by the server’s clock', () => {
  const { link, start, clock, asked } = page();
  const rules = [{ id: 'hello' as RuleId, logic: logicOn({ on: 'time-on-site', seconds: 30 }) }];
  const rest = { visitStartedAt: ZERO - 25_000, waitingSince: null, quietUntil: null, keptParameters: [] };
  Object.assign(link.welcome!, { rules, ...rest });
  start();
  clock.advance(4_999);
  expect(asked).toEqual([]);
  clock.advance(1);
  expect(asked).toEqual([{ type: 'rule-due', rule: 'hello', page: 'page1'.padEnd(22, '_') }]);
});

test('A1.5: the address is the one that the account keeps', () => {
  const { start, gets, names } = page();
  start();
  gets({
    whole: logicOn({ on: 'page-opened' }, 'https://shop.example/1?ref=x&size=4'),
    kept: logicOn({ on: 'page-opened' }, 'https://shop.example/1?size=4'),
  });
  expect(names()).toEqual(['kept']);
});

test('A1: how far the page was scrolled is looked at when there is a rule about it, and now and then', () => {
  const { start, gets, names, types, fires, root, clock, listeners } = page();
  start();
  expect(types()).toEqual(['visibilitychange']);
  gets({ half: logicOn({ on: 'scrolled', percent: 50 }) });
  expect(types()).toEqual(['scroll', 'visibilitychange']);
  expect([...listeners].find(({ type }) => type === 'scroll')?.options).toMatchObject({ passive: true, capture: true });
  clock.advance(200);
  root.scrollTop = 400;
  fires('scroll');
  clock.advance(200);
  expect(names()).toEqual([]);
  root.scrollTop = 500;
  fires('scroll');
  expect(names()).toEqual([]);
  clock.advance(200);
  expect(names()).toEqual(['half']);
  gets({});
  expect(types()).toEqual(['visibilitychange']);
});

test('A1: an element that fills the window is scrolled as the page is, a small one is not', () => {
  const { start, gets, names, fires, clock } = page();
  start();
  gets({ end: logicOn({ on: 'scrolled', percent: 100 }) });
  const list = { scrollTop: 900, scrollHeight: 1_000, clientHeight: 100, clientWidth: 800 };
  fires('scroll', { target: list });
  clock.advance(1_000);
  expect(names()).toEqual([]);
  fires('scroll', { target: { ...list, scrollTop: 99.4, clientHeight: 900 } });
  clock.advance(1_000);
  expect(names()).toEqual(['end']);
});

test.each([
  ['over its upper edge', { relatedTarget: null, clientY: -1 }, true],
  ['at its side', { relatedTarget: null, clientY: 300 }, false],
  ['from one element to another', { relatedTarget: {}, clientY: 0 }, false],
  ['because a script says so', { relatedTarget: null, clientY: -1, isTrusted: false }, false],
])('A1: the pointer leaves %s', (_how, event, isExit) => {
  const { start, gets, names, fires } = page();
  start();
  gets({ stay: logicOn({ on: 'exit-intent' }) });
  fires('mouseout', event);
  expect(names()).toEqual(isExit ? ['stay'] : []);
});

test('A1: a finger leaves no page', () => {
  const { start, gets, names, fires } = page({ matchMedia: () => ({ matches: false }) });
  start();
  gets({ stay: logicOn({ on: 'exit-intent' }) });
  fires('mouseout', { relatedTarget: null, clientY: -1 });
  expect(names()).toEqual([]);
});

test('A1: events and the opened chat count on the page where they happened, and not on the next', () => {
  const { start, gets, names, link, moves } = page();
  start();
  const logics = { added: logicOn({ on: 'event', name: 'added' }), opened: logicOn({ on: 'chat-opened' }) };
  gets(logics);
  Object.assign(link.scene!(), { events: { added: 0 }, chatOpenedAt: 0 });
  moves(2);
  expect(names()).toEqual([]);
  link.scene!().events.added = 0;
  link.hear?.('scene', 'event', 'added');
  expect(names()).toEqual(['added']);
});

test('A2: a tab that comes to the front looks at once', () => {
  const { start, gets, names, document, fires } = page();
  document.visibilityState = 'hidden';
  start();
  gets({ hello: logicOn({ on: 'page-opened' }) });
  expect(names()).toEqual([]);
  document.visibilityState = 'visible';
  fires('visibilitychange');
  expect(names()).toEqual(['hello']);
});

test('C1: where the button is hidden, by whatever, no message is asked for', () => {
  const { start, gets, names } = page({ getComputedStyle: () => ({ display: 'none' }) });
  start();
  gets({ hello: logicOn({ on: 'page-opened' }) });
  expect(names()).toEqual([]);
});

const fail = () => {
  throw new Error('broken by the page');
};

test.each([
  ['getComputedStyle', { getComputedStyle: fail }],
  ['matchMedia', { matchMedia: fail }],
  ['setTimeout', { setTimeout: fail }],
  ['AbortController', { AbortController: fail }],
  ['performance', { performance: { now: fail } }],
  [
    'the document',
    {
      document: {
        addEventListener: () => undefined,
        get visibilityState() {
          return fail();
        },
      },
    },
  ],
])('never throws into the page: %s was broken by it', (_what, broken) => {
  const { start, gets, fires, moves } = page(broken);
  start();
  expect(() => {
    gets({
      hello: logicOn({ on: 'time-on-page', seconds: 5 }),
      half: logicOn({ on: 'scrolled', percent: 50 }),
      stay: logicOn({ on: 'exit-intent' }),
    });
    fires('scroll');
    fires('mouseout', { relatedTarget: null, clientY: -1 });
    fires('visibilitychange');
    moves(2);
  }).not.toThrow();
});
