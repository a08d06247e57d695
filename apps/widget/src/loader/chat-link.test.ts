import { fromVisitor } from '@vetrina/protocol/from-visitor';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { visitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { expect, test } from 'vitest';
import { arrive, boxOf, call, KEY, load, stub, typesOf } from './fake-arrival.ts';
import { type FakePage, fakePage, freshBrowser } from './fake-window.ts';
import { inkOn } from './launcher.ts';

const launcher = (page: FakePage) => {
  const root = page.body.children.find((child) => child.id === 'vetrina-chat')?.children[0];
  return { css: root?.adoptedStyleSheets?.[0]?.css ?? '', button: root?.children[0] };
};
/** Where the button is not to be seen. */
const hiddenIn = (page: FakePage) => /@media ([^{]*)\{button\{display:none\}/.exec(launcher(page).css)?.[1];
const isShown = (page: FakePage) => /^print/.test(hiddenIn(page) ?? '');
const welcome = (page: FakePage, state: string, { unread = 0, chatting = false } = {}) =>
  page.welcome(undefined, {
    box: { state, agents: [], chatting },
    chat: unread ? { conversation: 'coABCDEFGHIJKLMNOPQRSTUV', lastSeq: 3, unread } : null,
  });
const box = (settings: object) => ({ config: { box: { ...DEFAULT_BOX, ...settings } } });

test('C1: the launcher comes with the welcome, looks as the account says, and fetches nothing by itself', async () => {
  const page = await arrive(box({ color: '#ffcc00', side: 'left', offsetX: 7, offsetY: 9, zIndex: 12 }), false);
  expect(isShown(page)).toBe(false);
  page.welcome();
  expect(isShown(page)).toBe(true);
  expect(launcher(page).button?.attributes['aria-label']).toBe('Open chat');
  for (const style of ['#ffcc00', 'left:calc(7px', 'bottom:calc(9px', 'z-index:12;', 'background:#000'])
    expect(launcher(page).css).toContain(style);
  await page.pass(60_000);
  expect(boxOf(page).fetched).toEqual([]);
});

test('C1: what the page says goes before the account, and what is no such value is ignored', async () => {
  const said = {
    color: '#112233',
    orientation: 'left',
    offsetX: '5',
    offsetY: -3,
    zIndex: '1;}*{display:none',
    hideMobileWidget: true,
  };
  const page = await arrive({ globals: { _smartsupp: said } });
  const { css } = launcher(page);
  for (const style of [
    '#112233',
    'left:calc(5px',
    `bottom:calc(${DEFAULT_BOX.offsetY}px`,
    `z-index:${DEFAULT_BOX.zIndex};`,
  ])
    expect(css).toContain(style);
  expect(hiddenIn(page)).toBe('print,(max-width:600px)');
});

test.each([
  ['hidden by the account', { hidden: true }, {}, 'online', false],
  ['hidden by the page', {}, { hideWidget: true }, 'online', false],
  ['shown by the page', { hidden: true }, { hideWidget: false }, 'online', true],
  ['hidden while offline', { hiddenWhenOffline: true }, {}, 'offline', false],
  ['hidden while offline, and somebody is online', {}, { hideOfflineChat: true }, 'online', true],
  ['offline', {}, {}, 'offline', true],
  [
    'hidden while offline by the account, not by the page',
    { hiddenWhenOffline: true },
    { hideOfflineChat: false },
    'offline',
    true,
  ],
  ['shown by a plugin that prints its switches', { hidden: true }, { hideWidget: 'false' }, 'online', true],
  ['blocked', {}, { hideWidget: false }, 'hidden', false],
])('C1: the launcher of a box that is %s', async (_name, settings, said, state, shown) => {
  const page = await arrive({ ...box(settings), globals: { _vetrina: { key: KEY, ...said } } }, false);
  welcome(page, state);
  expect(isShown(page)).toBe(shown);
});

const everyWay = { hidden: true, hiddenOnPhones: true, hiddenWhenOffline: true };

test('C1: whose conversation goes on has the launcher, whatever the settings hide, phones included', async () => {
  const page = await arrive(box(everyWay), false);
  welcome(page, 'offline', { chatting: true });
  expect(hiddenIn(page)).toBe('print');
  page.hear({ type: 'box', box: { state: 'offline', agents: [], chatting: false } });
  expect(hiddenIn(page)).toBe('all');
  call(page, 'vetrina', 'chat:hide');
  page.hear({ type: 'box', box: { state: 'offline', agents: [], chatting: true } });
  expect(hiddenIn(page)).toBe('all');
});

test('C1: the page’s command outweighs its options and the account, phones included, but no block', async () => {
  const page = await arrive({ ...box(everyWay), globals: { _vetrina: { key: KEY, hideWidget: true } } }, false);
  welcome(page, 'offline');
  expect(hiddenIn(page)).toBe('all');
  call(page, 'vetrina', 'chat:show');
  expect(hiddenIn(page)).toBe('print');
  page.hear({ type: 'box', box: { state: 'hidden', agents: [], chatting: true } });
  expect(hiddenIn(page)).toBe('all');
});

test('C1: once there is a box, it says whether the launcher shows', async () => {
  const page = await arrive(box(everyWay), false);
  welcome(page, 'offline');
  call(page, 'vetrina', 'chat:open');
  await page.pass(0);
  const { link } = boxOf(page);
  for (const shown of [true, false]) {
    Object.assign(link!.look, { shown });
    link!.draw?.();
    expect(hiddenIn(page)).toBe(shown ? 'print' : 'all');
  }
});

test.each([{ hideWidget: true }, { hideMobileWidget: true }, { hideOfflineChat: true }])(
  'P: on a plan without it %o hides nothing, and commands still do',
  async (said) => {
    const config = { may: { hideBox: false, askFirst: false, rate: false } };
    const page = await arrive({ config, globals: { _smartsupp: said } }, false);
    welcome(page, 'offline');
    expect(hiddenIn(page)).toBe('print');
    call(page, 'vetrina', 'chat:hide');
    expect(hiddenIn(page)).toBe('all');
  },
);

test('C1, C7: the team comes online, the visitor is blocked: the launcher follows at once', async () => {
  const page = await arrive(box({ hiddenWhenOffline: true }), false);
  welcome(page, 'offline');
  page.hear({ type: 'box', box: { state: 'online', agents: [], chatting: false } });
  expect(isShown(page)).toBe(true);
  page.hear({ type: 'box', box: { state: 'hidden', agents: [], chatting: false } });
  expect(isShown(page)).toBe(false);
});

test('C5: a box fetched after the team came online finds the team online', async () => {
  const page = await arrive({}, false);
  welcome(page, 'offline');
  page.hear({ type: 'box', box: { state: 'online', agents: [], chatting: false } });
  launcher(page).button?.onclick?.();
  await page.pass(0);
  expect(boxOf(page).link?.welcome?.box.state).toBe('online');
});

test('C1: show, hide and colour need no box; made before the welcome they hold all the same', async () => {
  const vetrina = stub();
  vetrina('chat:hide');
  vetrina('theme:color', '#abcdef');
  vetrina('theme:color', 'red;}');
  const page = await arrive({ globals: { vetrina } });
  expect(isShown(page)).toBe(false);
  call(page, 'smartsupp', 'chat:show');
  expect(isShown(page)).toBe(true);
  expect(launcher(page).css).toContain('background:#abcdef');
  expect(boxOf(page).fetched).toEqual([]);
});

test('C1: a press fetches the box once, from our server, and the box hears of it', async () => {
  const page = await arrive();
  launcher(page).button?.onclick?.();
  launcher(page).button?.onclick?.();
  await page.pass(0);
  expect(boxOf(page).fetched).toEqual(['https://live.test/box.js?']);
  expect(boxOf(page).heard[0]).toEqual(['press']);
});

test('C1: a box that cannot be fetched is asked for again by the next press, under another address', async () => {
  const page = fakePage({ globals: { _vetrina: { key: KEY } } });
  load(page, 1);
  await page.pass(0);
  page.welcome();
  launcher(page).button?.onclick?.();
  await page.pass(60_000);
  expect(boxOf(page).fetched).toHaveLength(1);
  launcher(page).button?.onclick?.();
  await page.pass(0);
  expect(boxOf(page).fetched[1]).toBe('https://live.test/box.js?1');
  expect(boxOf(page).link).toBeDefined();
});

test('V8: a message that waits, or comes, brings the box', async () => {
  const waiting = await arrive({}, false);
  welcome(waiting, 'online', { unread: 2 });
  await waiting.pass(0);
  expect(boxOf(waiting).fetched).toHaveLength(1);
  const page = await arrive();
  page.hear({ type: 'chat-entry', position: {}, entry: {} });
  await page.pass(0);
  expect(boxOf(page).fetched).toHaveLength(1);
});

test('I1: chat commands made before everything reach the box in their order', async () => {
  const smartsupp = stub();
  smartsupp('chat:close');
  smartsupp('language', 'it');
  smartsupp('chat:message', 'Hello', 'more');
  const page = await arrive({ globals: { smartsupp } });
  await page.pass(0);
  call(page, 'vetrina', 'chat:send', 'now');
  expect(boxOf(page).heard.filter(([what]) => what === 'command')).toEqual([
    ['command', 'chat:close'],
    ['command', 'language', 'it'],
    ['command', 'chat:message', 'Hello', 'more'],
    ['command', 'chat:send', 'now'],
  ]);
});

test('I1: what the box tells is heard by the page’s listeners, each on its own', async () => {
  const page = await arrive();
  const heard: unknown[] = [];
  call(page, 'smartsupp', 'on', 'message_sent', () => {
    throw new Error('of the page');
  });
  call(page, 'smartsupp', 'on', 'message_sent', (message: unknown) => heard.push(message));
  call(page, 'vetrina', 'chat:open');
  await page.pass(0);
  boxOf(page).link?.emit('message_sent', { id: 'm1' });
  expect(heard).toEqual([{ id: 'm1' }]);
});

test.each(['chat-only', 'consent', 'count-only'])(
  'T3: in an account that is %s, opening the chat makes one known',
  async (mode) => {
    const page = await arrive({ config: { mode } }, false);
    if (mode === 'count-only') page.welcome(null);
    expect(isShown(page)).toBe(true);
    expect(page.browser.cookies.size).toBe(0);
    launcher(page).button?.onclick?.();
    await page.pass(0);
    boxOf(page).link?.startChat();
    page.welcome();
    expect(visitorHello.parse(page.wire().frames[0]).visitor).toMatchObject({ as: 'known', chatting: true });
    expect(page.browser.cookies.has('vetrina_vid')).toBe(true);
    expect(boxOf(page).link?.send({ type: 'resume-chat', conversation: null, after: 0 })).toBe(true);
    expect(fromVisitor.parse(page.wire().frames.at(-1)).type).toBe('resume-chat');
  },
);

test('C1: a chat that goes on brings the box on the next page, until the box hears of a logout and says that it ended', async () => {
  const browser = freshBrowser();
  const first = await arrive({ browser });
  call(first, 'vetrina', 'chat:open');
  await first.pass(0);
  boxOf(first).link?.remember(true);
  const second = await arrive({ browser });
  await second.pass(0);
  expect(boxOf(second).fetched).toHaveLength(1);
  call(second, 'vetrina', 'logout');
  expect(boxOf(second).heard).toContainEqual(['forget']);
  boxOf(second).link?.remember(false);
  const third = await arrive({ browser });
  await third.pass(0);
  expect(boxOf(third).fetched).toEqual([]);
});

test('T3: consent withdrawn ends the chat, too', async () => {
  const page = await arrive({ config: { mode: 'chat-only' } }, false);
  call(page, 'vetrina', 'chat:open');
  await page.pass(0);
  boxOf(page).link?.startChat();
  page.welcome();
  const { link } = boxOf(page);
  const whoIs: unknown[] = [link!.who()];
  link!.hear = (...[what]) => {
    if (what === 'forget') whoIs.push(link!.who());
  };
  call(page, 'vetrina', 'consent', false);
  expect(page.wire().closed).toBe(true);
  expect(whoIs).toEqual([expect.any(String), undefined]);
  expect(page.browser.cookies.size).toBe(0);
});

test('I3: a signed identity travels with its proof, by command and as options; half a proof is none', async () => {
  const signature = 'ab'.repeat(32);
  const page = await arrive({ globals: { _vetrina: { key: KEY, userId: 'u1', signature } } });
  expect(visitorHello.parse(page.wire().frames[0]).visitor).toMatchObject({
    identity: { signed: { by: 'hmac', userId: 'u1', signature } },
  });
  call(page, 'vetrina', 'identify', { token: 'a.b.c', name: 'Anna', email: null, variables: { plan: 'gold' } });
  await page.pass(0);
  expect(fromVisitor.parse(page.wire().frames.at(-1))).toEqual({
    type: 'identify',
    identity: { signed: { by: 'jwt', token: 'a.b.c' }, name: 'Anna', email: null, variables: { plan: 'gold' } },
  });
  call(page, 'vetrina', 'identify', { userId: 'u2', signature: 'short', name: 'Bea' });
  await page.pass(0);
  expect(page.wire().frames.at(-1)).toEqual({ type: 'identify', identity: { name: 'Bea' } });
});

test('never throws into the page: without constructed style sheets there is presence and no launcher', async () => {
  const page = await arrive({ globals: { CSSStyleSheet: undefined } });
  expect(typesOf(page)).toEqual(['hello']);
  expect(page.body.children).toEqual([]);
});

test('C1: the icon can be seen on any colour', () => {
  expect(['#000000', '#0b6e66', '#1f6feb', '#767676'].map(inkOn)).toEqual(['#fff', '#fff', '#fff', '#000']);
  expect(['#ffffff', '#ffcc00', '#00ff00', '#FF8800'].map(inkOn)).toEqual(['#000', '#000', '#000', '#000']);
});
