import { fromVisitor } from '@vetrina/protocol/from-visitor';
import { RHYTHM } from '@vetrina/protocol/limits';
import { visitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { expect, test } from 'vitest';
import { arrive, boxOf, call, KEY, load, stub, typesOf } from './fake-arrival.ts';
import { fakePage, freshBrowser } from './fake-window.ts';

test('I1: asks for the account, dials, and its hello is what the protocol says, field by field', async () => {
  const page = await arrive();
  expect(page.asked).toEqual([`https://live.test/widget/${KEY}.json`]);
  expect(page.wire().address).toBe(`wss://live.test/ws/visitor?key=${KEY}`);
  const hello = visitorHello.parse(page.wire().frames[0]);
  expect(hello.visitor).toMatchObject({
    as: 'known',
    page: { url: 'https://shop.test/', title: 'Home', referrer: 'https://search.test/' },
    visible: true,
    language: 'it-IT',
    screen: { width: 1440, height: 900 },
  });
  expect(hello.visitor).toMatchObject({ again: false });
});

test('speed: the time zone never costs the page a formatter where the browser has a cheaper answer', async () => {
  const Temporal = { Now: { timeZoneId: () => 'Europe/Rome' } };
  const page = await arrive({ globals: { Temporal, Intl: undefined } });
  expect(visitorHello.parse(page.wire().frames[0]).visitor).toMatchObject({ timezone: 'Europe/Rome' });
  const older = await arrive({ globals: { Temporal: undefined } });
  expect(visitorHello.parse(older.wire().frames[0]).visitor).toMatchObject({
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
});

test('I1: a page made for Smartsupp works; queued calls are replayed in order and travel in the hello', async () => {
  const smartsupp = stub();
  smartsupp('name', 'Anna');
  smartsupp('email', 'anna@shop.test');
  smartsupp('name', 'Anna Bianchi');
  smartsupp('variables', { plan: { label: 'Plan', value: 'gold' }, orders: 3 });
  const page = await arrive({ globals: { _vetrina: undefined, _smartsupp: { key: KEY }, smartsupp } });
  expect(visitorHello.parse(page.wire().frames[0]).visitor).toMatchObject({
    identity: { name: 'Anna Bianchi', email: 'anna@shop.test', variables: { plan: 'gold', orders: 3 } },
  });
  expect(page.w.vetrina).toBe(page.w.smartsupp);
});

test('I1: without any stub both functions appear, and calls made later are sent as one frame', async () => {
  const page = await arrive();
  call(page, 'vetrina', 'name', 'Anna');
  call(page, 'smartsupp', 'phone', '+39 055 1234');
  await page.pass(0);
  const frames = page.wire().frames.slice(1);
  expect(frames).toEqual([{ type: 'identify', identity: { name: 'Anna', phone: '+39 055 1234' } }]);
  expect(fromVisitor.parse(frames[0])).toBeTruthy();
});

test('I1: a stub defined after the loader is taken over with its queue', async () => {
  const page = await arrive();
  const late = stub();
  late('name', 'Late');
  Object.assign(page.w, { smartsupp: late });
  await page.pass(3_000);
  expect(page.wire().frames.at(-1)).toEqual({ type: 'identify', identity: { name: 'Late' } });
  expect(page.w.smartsupp).not.toBe(late);
});

test('I1: a module that kept the old stub is still heard', async () => {
  const kept = stub();
  const page = await arrive({ globals: { vetrina: kept } });
  kept('name', 'Kept');
  await page.pass(0);
  expect(page.wire().frames.at(-1)).toEqual({ type: 'identify', identity: { name: 'Kept' } });
});

test('I1: a queue at `_smartsupp._` is drained too', async () => {
  const page = await arrive({ globals: { _smartsupp: { _: [['name', 'Under']] } } });
  expect(page.wire().frames[0]).toMatchObject({ visitor: { identity: { name: 'Under' } } });
});

test('I1: a key that comes late is waited for', async () => {
  const page = await arrive({ globals: { _vetrina: undefined } }, false);
  await page.pass(20_000);
  expect(page.asked).toEqual([]);
  Object.assign(page.w, { _smartsupp: { key: KEY } });
  await page.pass(2_000);
  expect(page.wires).toHaveLength(1);
});

test('I1: the key may stand on our own tag, in front of a plugin that names another account', async () => {
  const page = await arrive({ key: KEY, globals: { _vetrina: undefined, _smartsupp: { key: 'the-plugins-key' } } });
  expect(page.asked).toEqual([`https://live.test/widget/${KEY}.json`]);
});

test('I1: a single-page application that mounts the snippet twice has one visitor', async () => {
  const page = await arrive();
  const again = stub();
  again('name', 'Twice');
  Object.assign(page.w, { smartsupp: again });
  load(page);
  await page.pass(1_000);
  expect(page.wires).toHaveLength(1);
  expect(page.wire().frames.at(-1)).toEqual({ type: 'identify', identity: { name: 'Twice' } });
});

test('I1: beside the real Smartsupp its function is left alone', () => {
  const page = fakePage({ globals: { _vetrina: { key: KEY }, smartsupp: stub() } });
  const theirs = page.w.smartsupp;
  page.tags.push({ src: 'https://www.smartsuppchat.com/loader.js?', dataset: {} });
  load(page);
  expect(page.w.smartsupp).toBe(theirs);
});

test.each(['https://live.test/loader.js?', 'https://live.test/below/loader.js?v=3#x'])(
  'I1: finds its server in %s',
  async (src) => {
    const page = await arrive({ src });
    expect(page.asked[0]).toMatch(/^https:\/\/live\.test(\/below)?\/widget\//);
  },
);

test('I1: `vid` and "ready" come with the welcome, also for those who ask later', async () => {
  const page = await arrive({}, false);
  let ready = 0;
  call(page, 'vetrina', 'on', 'ready', () => ready++);
  page.welcome('viABCDEFGHIJKLMNOPQRSTUV');
  call(page, 'vetrina', 'on', 'ready', () => ready++);
  expect(ready).toBe(2);
  expect(page.w.smartsupp).toHaveProperty('vid', 'viABCDEFGHIJKLMNOPQRSTUV');
});

test('C3: who writes before the line is up is named already', async () => {
  const page = await arrive({ config: { mode: 'chat-only' } }, false);
  call(page, 'vetrina', 'chat:open');
  await page.pass(0);
  const { link } = boxOf(page);
  expect(link?.who()).toBeUndefined();
  link?.startChat();
  expect(link?.who()).toMatch(/^\w{22}$/);
  expect(link?.who()).toBe(page.browser.cookies.get('vetrina_vid'));
});

test('T3: consent refused before the script arrived: nothing is opened, and what was stored is erased', async () => {
  const browser = freshBrowser();
  await arrive({ browser });
  const vetrina = stub();
  vetrina('logout');
  vetrina('consent', false);
  const page = await arrive({ browser, globals: { vetrina } }, false);
  expect(page.wires).toEqual([]);
  expect([browser.cookies.size, browser.local.size, browser.session.size]).toEqual([0, 0, 0]);
});

test('I1: a command outweighs the option of its name', async () => {
  const vetrina = stub();
  vetrina('name', 'Said');
  const page = await arrive({ globals: { _vetrina: { key: KEY, name: 'Set', phone: '1' }, vetrina } });
  expect(page.wire().frames[0]).toMatchObject({ visitor: { identity: { name: 'Said', phone: '1' } } });
});

test('V1: the same browser is the same visitor, in the same tab the same tab', async () => {
  const browser = freshBrowser();
  const first = await arrive({ browser });
  first.fire('window', 'pagehide');
  const second = await arrive({ browser });
  const [a, b] = [first, second].map((page) => visitorHello.parse(page.wires[0]?.frames[0]));
  expect(b).toMatchObject({ tab: a?.tab });
  expect(b?.visitor).toMatchObject({ browserKey: a?.visitor.as === 'known' ? a.visitor.browserKey : '' });
});

test('V1: a duplicated tab makes its own id, for the first one holds its own', async () => {
  const browser = freshBrowser();
  // The second page of the tab: it found an id in the storage, which is what a browser would copy.
  (await arrive({ browser })).fire('window', 'pagehide');
  const first = await arrive({ browser });
  const copy = await arrive({ browser: { ...browser, session: new Map(browser.session) } });
  const [a, b] = [first, copy].map((page) => visitorHello.parse(page.wire().frames[0]).tab);
  expect(b).not.toBe(a);
});

test('V1: says goodbye and closes when the page goes, and is back as the same tab with a new page view', async () => {
  const page = await arrive();
  page.fire('window', 'pagehide', { persisted: true });
  expect(page.wire().frames.at(-1)).toEqual({ type: 'goodbye' });
  expect(page.wire().closed).toBe(true);
  page.fire('window', 'pageshow', { persisted: true });
  page.welcome();
  const [before, after] = page.wires.map((wire) => visitorHello.parse(wire.frames[0]));
  expect(after?.tab).toBe(before?.tab);
  expect(after?.visitor).toMatchObject({ again: true });
  expect(JSON.stringify(after?.visitor)).not.toContain(before?.visitor.as === 'known' ? before.visitor.page.id : '-');
});

test('V3: pushState, hash and back are page views, with the previous address as referrer', async () => {
  const page = await arrive();
  page.navigate('/lamps');
  page.w.history.pushState({}, '');
  await page.pass(300);
  page.navigate('/lamps#sizes');
  page.fire('window', 'hashchange');
  await page.pass(300);
  page.w.history.replaceState({}, '');
  await page.pass(300);
  const pages = page
    .wire()
    .frames.slice(1)
    .map((frame) => fromVisitor.parse(frame));
  expect(pages).toMatchObject([
    { type: 'page-viewed', page: { url: 'https://shop.test/lamps', referrer: 'https://shop.test/' } },
    { type: 'page-viewed', page: { url: 'https://shop.test/lamps#sizes', referrer: 'https://shop.test/lamps' } },
  ]);
});

test('V3: an application that rewrites its address a hundred times a second sends at most four page views', async () => {
  const page = await arrive();
  for (let step = 0; step < 100; step++) {
    page.navigate(`/map?x=${step}`);
    page.w.history.replaceState({}, '');
    await page.pass(10);
  }
  expect(typesOf(page).filter((type) => type === 'page-viewed').length).toBeLessThanOrEqual(4);
});

test('V2: activity is reported at once after a silence, then at most every 15 s', async () => {
  const page = await arrive();
  page.fire('window', 'pointermove');
  page.fire('window', 'keydown');
  await page.pass(RHYTHM.activity - 1);
  page.fire('window', 'scroll');
  await page.pass(1);
  page.fire('window', 'scroll');
  expect(page.wire().frames.slice(1)).toEqual([
    { type: 'activity', kind: 'pointer' },
    { type: 'activity', kind: 'scroll' },
  ]);
});

test('V2: events that a script dispatches are nobody', async () => {
  const page = await arrive();
  page.fire('window', 'keydown', { isTrusted: false });
  expect(typesOf(page)).toEqual(['hello']);
});

test('reconnecting: a server that is away is asked again', async () => {
  const page = await arrive({ status: 503 }, false);
  await page.pass(120_000);
  expect(page.asked.length).toBeGreaterThan(2);
});

test('reconnecting: the hello after a lost socket says "again", with the same page', async () => {
  const page = await arrive();
  page.wire().onclose({ code: 1006, reason: '' });
  await page.pass(1_000);
  page.welcome();
  const [before, after] = page.wires.map((wire) => visitorHello.parse(wire.frames[0]).visitor);
  expect(after).toEqual({ ...before, again: true });
});

test('reconnecting: "never" holds through navigation, activity and the back/forward cache', async () => {
  const page = await arrive();
  page.wire().onclose({ code: 4104, reason: 'client is too old, reload' });
  page.fire('window', 'pagehide');
  page.fire('window', 'pageshow', { persisted: true });
  page.fire('window', 'online');
  await page.pass(600_000);
  expect(page.wires).toHaveLength(1);
  expect(page.warnings).toEqual([]);
});

test('frames: a page inside another page is left alone unless it asks', async () => {
  const page = fakePage({ globals: { _vetrina: { key: KEY } } });
  Object.assign(page.w, { top: {} });
  load(page);
  await page.pass(1_000);
  expect(page.asked).toEqual([]);
});

test('prerendering: a page rendered ahead is no visit until it is shown', async () => {
  const page = fakePage({ globals: { _vetrina: { key: KEY } } });
  Object.assign(page.w.document, { prerendering: true });
  load(page);
  await page.pass(1_000);
  expect(page.asked).toEqual([]);
  page.fire('document', 'prerenderingchange');
  await page.pass(0);
  expect(page.wires).toHaveLength(1);
});
