import { expect, type Page, test } from '@playwright/test';
import { html, snippets } from './snippets.ts';
import { type HeardFrame, KEY, openStage, type Stage } from './stage.ts';

const plainTag = (stage: Stage) => `<script async src="${stage.vetrina}/loader.js" data-key="${KEY}"></script>`;

const hellos = (stage: Stage) => stage.frames().filter((frame) => frame.type === 'hello');

const visitorOf = (hello: HeardFrame | undefined) =>
  hello?.visitor as {
    as: string;
    browserKey: string;
    again?: boolean;
    page: { id: string; url: string; title: string };
  };

/** What the page complained of: exceptions, rejections, refused resources. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon') && !message.text().includes('404'))
      heard.push(message.text());
  });
  return heard;
}

for (const name of Object.keys(snippets(''))) {
  test(`I1: the visitor and her name arrive through a snippet that is ${name}`, async ({ page }) => {
    await using stage = await openStage();
    stage.page('/', html(snippets(stage.vetrina)[name] ?? ''));
    const heard = complaints(page);
    await page.goto(`${stage.shop}/`);
    await expect.poll(() => JSON.stringify(stage.frames()), { timeout: 10_000 }).toContain('"name":"Anna"');
    expect(hellos(stage)).toHaveLength(1);
    expect(visitorOf(hellos(stage)[0]).page).toMatchObject({ url: `${stage.shop}/`, title: 'Bottega' });
    expect(await page.evaluate('smartsupp.vid')).toBe('viABCDEFGHIJKLMNOPQRSTUV');
    expect(heard).toEqual([]);
  });
}

test('V1: leaving says goodbye, and the back/forward cache brings the same tab back', async ({ playwright }) => {
  await using stage = await openStage();
  // Playwright loses sight of pages that come out of the cache, so the pages themselves go back and tell.
  const tell = `<script>addEventListener('pageshow', function (event) { if (event.persisted) vetrina('name', 'from the cache') })</script>`;
  stage.page('/', html(plainTag(stage) + tell));
  stage.page('/elsewhere', html('<script>setTimeout(function () { history.back() }, 500)</script>', 'Elsewhere'));
  const browser = await playwright.chromium.launch({
    ...test.info().project.use.launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const page = await browser.newPage();
  await page.goto(`${stage.shop}/`);
  await expect.poll(() => hellos(stage).length).toBe(1);
  await page.goto(`${stage.shop}/elsewhere`);
  await expect.poll(() => hellos(stage).length).toBe(2);
  expect(stage.connections[0]?.isOpen).toBe(false);
  expect(stage.connections[0]?.frames.at(-1)).toEqual({ type: 'goodbye' });
  const [before, after] = hellos(stage);
  expect(JSON.stringify(stage.connections[1]?.frames)).toContain('from the cache');
  expect(after?.tab).toBe(before?.tab);
  expect(visitorOf(after).again).toBe(true);
  expect(visitorOf(after).page.id).not.toBe(visitorOf(before).page.id);
  await browser.close();
});

test('V1: a navigation keeps browser and tab; a duplicated tab is a tab of its own', async ({ page }) => {
  await using stage = await openStage();
  stage.page('/', html(plainTag(stage)));
  stage.page('/lamps', html(plainTag(stage), 'Lamps'));
  await page.goto(`${stage.shop}/`);
  await expect.poll(() => hellos(stage).length).toBe(1);
  await page.goto(`${stage.shop}/lamps`);
  await expect.poll(() => hellos(stage).length).toBe(2);
  const [, copy] = await Promise.all([page.evaluate('void window.open(location.href)'), page.waitForEvent('popup')]);
  await copy.waitForLoadState();
  await expect.poll(() => hellos(stage).length).toBe(3);
  const [first, second, third] = hellos(stage);
  expect(second?.tab).toBe(first?.tab);
  expect(third?.tab).not.toBe(first?.tab);
  expect(new Set(hellos(stage).map((hello) => visitorOf(hello).browserKey)).size).toBe(1);
});

test('I2: a logout in one tab makes the other the new visitor, too', async ({ page, context }) => {
  await using stage = await openStage();
  stage.page('/', html(plainTag(stage)));
  const other = await context.newPage();
  for (const [nth, tab] of [other, page].entries()) {
    await tab.goto(`${stage.shop}/`);
    await expect.poll(() => hellos(stage).length).toBe(nth + 1);
  }
  await page.evaluate(`vetrina('logout')`);
  await expect.poll(() => hellos(stage).length).toBe(4);
  const keys = hellos(stage).map((hello) => visitorOf(hello).browserKey);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  expect(keys[3]).toBe(keys[2]);
  expect(stage.connections.map(({ isOpen }) => isOpen)).toEqual([false, false, true, true]);
});

test('V3: pushState, a late title, a hash and back are told, each once', async ({ page }) => {
  await using stage = await openStage();
  stage.page('/', html(plainTag(stage)));
  await page.goto(`${stage.shop}/`);
  await expect.poll(() => hellos(stage).length).toBe(1);
  const views = () =>
    stage
      .frames()
      .filter((frame) => frame.type === 'page-viewed')
      .map((frame) => (frame.page as { url: string }).url.replace(stage.shop, ''));
  await page.evaluate(`history.pushState({}, '', '/lamps'); document.title = 'Lamps'`);
  await expect.poll(views).toEqual(['/lamps']);
  await page.evaluate(`location.hash = 'sizes'`);
  await expect.poll(views).toEqual(['/lamps', '/lamps#sizes']);
  await page.evaluate('history.back()');
  await expect.poll(views).toEqual(['/lamps', '/lamps#sizes', '/lamps']);
  await page.evaluate(`document.title = 'Lamps, three left'`);
  await expect
    .poll(
      () =>
        stage
          .frames()
          .filter((frame) => frame.type === 'title-changed')
          .at(-1)?.title,
    )
    .toBe('Lamps, three left');
});

test('V2: a person is active, a script is not', async ({ page }) => {
  await using stage = await openStage();
  stage.page('/', html(plainTag(stage)));
  await page.goto(`${stage.shop}/`);
  await expect.poll(() => hellos(stage).length).toBe(1);
  await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown'))`);
  await page.mouse.move(100, 100);
  await page.keyboard.press('a');
  await expect.poll(() => stage.frames().filter((frame) => frame.type === 'activity')).toHaveLength(1);
});

test('speed: no layout shift, under the strictest policy that names our host', async ({ page }) => {
  await using stage = await openStage();
  const { vetrina } = stage;
  const csp = `default-src 'none'; script-src ${vetrina}; connect-src ${vetrina} ${vetrina.replace('http', 'ws')}; require-trusted-types-for 'script'; trusted-types 'none'`;
  stage.page('/', html(plainTag(stage)), csp);
  await page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    new PerformanceObserver((list) => noted.push(...list.getEntries().map((entry) => entry.entryType))).observe({
      type: 'layout-shift',
      buffered: true,
    });
    document.addEventListener('securitypolicyviolation', (event) => noted.push(event.violatedDirective));
  });
  const heard = complaints(page);
  await page.goto(`${stage.shop}/`);
  await expect.poll(() => hellos(stage).length).toBe(1);
  await page.mouse.wheel(0, 300);
  await page.waitForFunction('document.readyState === "complete"');
  expect(await page.evaluate('window.noted')).toEqual([]);
  expect(heard).toEqual([]);
});

test('never throws into the page: one that broke its own globals hears nothing of us', async ({ page }) => {
  await using stage = await openStage();
  const broken = `<script>
    var fail = function () { throw new Error('broken by the page') };
    Date.now = fail; Math.random = fail; btoa = fail; JSON.stringify = fail; setTimeout = fail; WebSocket = fail;
    history.pushState = fail; Object.defineProperty(document, 'cookie', { get: fail, set: fail });
    Object.defineProperty(window, 'localStorage', { get: fail }); Object.freeze(history);
  </script>`;
  stage.page('/', html(broken + plainTag(stage)));
  const heard = complaints(page);
  await page.goto(`${stage.shop}/`);
  await page.waitForFunction('document.readyState === "complete"');
  await page.evaluate(
    `typeof vetrina === 'function' && (vetrina('name', 'Anna'), vetrina('logout'), vetrina('consent', false))`,
  );
  await page.mouse.move(50, 50);
  expect(heard).toEqual([]);
});
