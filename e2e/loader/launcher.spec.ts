import { expect, type Page, test } from '@playwright/test';
import { html } from './snippets.ts';
import { KEY, openStage, type Stage } from './stage.ts';

const tag = (stage: Stage, attributes = '') =>
  `<script async ${attributes} src="${stage.vetrina}/loader.js" data-key="${KEY}"></script>`;
const connect = ({ vetrina }: Stage) => `connect-src ${vetrina} ${vetrina.replace('http', 'ws')}`;
const launcher = (page: Page) => page.getByRole('button', { name: 'Open chat' });

/** What a page under a strict policy complains of, from its first moment on. */
async function violations(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    document.addEventListener('securitypolicyviolation', (event) =>
      noted.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return () => page.evaluate('window.noted');
}

const policies: Record<string, (stage: Stage) => string> = {
  'an allow-list': (stage) => `script-src ${stage.vetrina}; ${connect(stage)}`,
  'a nonce': (stage) => `script-src 'nonce-abc'; ${connect(stage)}`,
  "a nonce and 'strict-dynamic'": (stage) => `script-src 'nonce-abc' 'strict-dynamic'; ${connect(stage)}`,
};

for (const [name, policy] of Object.entries(policies)) {
  test(`C1: launcher and box work under ${name}, without styles and with Trusted Types`, async ({ page }) => {
    await using stage = await openStage();
    const strict = `default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
    stage.page('/', html(tag(stage, 'nonce="abc"')), `${strict}; ${policy(stage)}`);
    const noted = await violations(page);
    await page.goto(`${stage.shop}/`);
    await launcher(page).click();
    await expect.poll(() => stage.fetched.includes('box.js')).toBe(true);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await noted()).toEqual([]);
  });
}

test('C1: the page’s style sheet does not touch the launcher, and nothing moves', async ({ page }) => {
  await using stage = await openStage();
  const hostile = `<style>* { all: unset !important; color: red !important; opacity: 0 }
    div { display: none !important; transform: scale(3) } button { background: lime !important }</style>`;
  stage.page('/', html(`<meta name="viewport" content="width=device-width">${hostile}${tag(stage)}`));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => shifts.push(list.getEntries().length)).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  await page.goto(`${stage.shop}/`);
  await expect(launcher(page)).toBeVisible();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  expect(await launcher(page).boundingBox()).toEqual({ x: width - 80, y: height - 80, width: 56, height: 56 });
  expect(await launcher(page).evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(11, 110, 102)');
  expect(stage.fetched).toEqual(['loader.js']);
  expect(await page.evaluate('window.shifts')).toEqual([]);
});

test('C1: it stands where it is told on a page written from right to left, and on a phone', async ({ page }) => {
  await using stage = await openStage();
  const said = `<script>var _smartsupp = { orientation: 'left', offsetX: 10, offsetY: 30 }; document.dir = 'rtl'</script>`;
  stage.page('/', html(`<meta name="viewport" content="width=device-width">${said}${tag(stage)}`));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${stage.shop}/`);
  await expect(launcher(page)).toBeVisible();
  expect(await launcher(page).boundingBox()).toEqual({ x: 10, y: 740 - 86, width: 56, height: 56 });
  await page.emulateMedia({ media: 'print' });
  await expect(launcher(page)).toBeHidden();
});

test('C1: the page hides it on phones', async ({ page }) => {
  await using stage = await openStage();
  stage.page(
    '/',
    html(
      `<meta name="viewport" content="width=device-width"><script>_vetrina = { hideMobileWidget: true }</script>${tag(stage)}`,
    ),
  );
  await page.goto(`${stage.shop}/`);
  await expect(launcher(page)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(launcher(page)).toBeHidden();
  await page.evaluate(`vetrina('chat:show')`);
  await expect(launcher(page)).toBeVisible();
});

test('C1: the keyboard reaches it and shows where it is; a page that replaces its body keeps it', async ({ page }) => {
  await using stage = await openStage();
  stage.page('/', html(tag(stage)));
  await page.goto(`${stage.shop}/`);
  await expect(launcher(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(launcher(page)).toBeFocused();
  expect(await launcher(page).evaluate((button) => getComputedStyle(button).outlineStyle)).toBe('solid');
  await page.evaluate(`document.body = document.createElement('body'); history.pushState({}, '', '/lamps')`);
  await expect(launcher(page)).toBeVisible();
});

test('C1: a box that cannot be fetched leaves the page in peace and is fetched by the next press', async ({ page }) => {
  await using stage = await openStage();
  stage.page('/', html(tag(stage)));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.route(/box\.js\?$/, (route) => route.abort());
  await page.goto(`${stage.shop}/`);
  await launcher(page).click();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await launcher(page).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(errors).toEqual([]);
});
