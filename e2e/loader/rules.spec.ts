import { expect, type Page, test } from '@playwright/test';
import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import { html } from './snippets.ts';
import { KEY, openStage, type Stage } from './stage.ts';

const tag = (stage: Stage, more = '') =>
  html(`<script>(window.vetrina = function () { vetrina._.push(arguments) })._ = [];${more}</script>
    <script async src="${stage.vetrina}/loader.js" data-key="${KEY}"></script><div style="height: 4000px"></div>`);

const logicOn = (when: Trigger): RuleLogic => ({
  ...{ when, delay: 0, who: { match: 'all', list: [] }, schedule: { team: 'any', times: null } },
  where: { match: 'all', list: [] },
});
const ruleId = (name: string) => `ru${name}`.padEnd(24, 'x');
const rules = (logics: Readonly<Record<string, Trigger>>) => ({
  type: 'rules',
  rules: Object.entries(logics).map(([name, when]) => ({ id: ruleId(name), logic: logicOn(when) })),
  ...{ visitStartedAt: Date.now(), waitingSince: null, quietUntil: null, keptParameters: [] },
});
const due = (stage: Stage) =>
  stage.frames().flatMap(({ type, rule }) => (type === 'rule-due' ? [String(rule).slice(2).replace(/x+$/, '')] : []));

async function enter(page: Page, stage: Stage, triggers: Readonly<Record<string, Trigger>>, more = ''): Promise<void> {
  stage.page('/', tag(stage, more));
  stage.says.push(rules(triggers));
  await page.goto(`${stage.shop}/`);
  await expect.poll(() => stage.fetched).toContain('rules.js');
}

test('A2: a page without rules fetches nothing but the loader', async ({ page }) => {
  await using stage = await openStage();
  stage.page('/', tag(stage));
  await page.goto(`${stage.shop}/`);
  await expect.poll(() => stage.frames().length).toBe(1);
  await page.waitForLoadState('networkidle');
  expect(stage.fetched).toEqual(['loader.js']);
});

test('A1: scrolling half of the page is noticed, as a person does it', async ({ page }) => {
  await using stage = await openStage();
  await enter(page, stage, { half: { on: 'scrolled', percent: 50 } });
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 600);
  await page.waitForFunction('scrollY > 500');
  expect(due(stage)).toEqual([]);
  await page.mouse.wheel(0, 2_000);
  await expect.poll(() => due(stage)).toEqual(['half']);
});

test('A1: the pointer that leaves over the upper edge is noticed', async ({ page }) => {
  await using stage = await openStage();
  await enter(page, stage, { stay: { on: 'exit-intent' } });
  await expect
    .poll(async () => {
      await page.mouse.move(300, 300);
      await page.mouse.move(300, -5);
      return due(stage);
    })
    .toEqual(['stay']);
});

test('A1: events are heard, those told before the script came as well, and the opened chat is', async ({ page }) => {
  await using stage = await openStage();
  await enter(
    page,
    stage,
    { early: { on: 'event', name: 'early' }, added: { on: 'event', name: 'added' }, greet: { on: 'chat-opened' } },
    `vetrina('event', 'early')`,
  );
  const no = (rule: string) => stage.tell({ type: 'rule-held', rule: ruleId(rule), until: null });
  await expect.poll(() => due(stage)).toEqual(['early']);
  no('early');
  await page.evaluate(`vetrina('event', 'added')`);
  await expect.poll(() => due(stage)).toEqual(['early', 'added']);
  no('added');
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect.poll(() => due(stage)).toEqual(['early', 'added', 'greet']);
});

test('A1.3: a navigation without loading is another page to the rules', async ({ page }) => {
  await using stage = await openStage();
  await enter(page, stage, { open: { on: 'page-opened' } });
  await expect.poll(() => due(stage)).toEqual(['open']);
  stage.tell({ type: 'rule-held', rule: ruleId('open'), until: null });
  await page.evaluate(`history.pushState({}, '', '/lamps')`);
  await expect.poll(() => due(stage)).toEqual(['open', 'open']);
  const frames = stage.frames().filter(({ type }) => type === 'page-viewed' || type === 'rule-due');
  expect(frames.map(({ type }) => type)).toEqual(['rule-due', 'page-viewed', 'rule-due']);
  const [, viewed, asked] = frames;
  expect(viewed?.page).toMatchObject({ id: asked?.page });
});

test('A1: where the box is hidden no message is asked for until it is shown', async ({ page }) => {
  await using stage = await openStage();
  await enter(
    page,
    stage,
    { open: { on: 'page-opened' }, added: { on: 'event', name: 'added' } },
    `vetrina('chat:hide')`,
  );
  await page.evaluate(`vetrina('event', 'added')`);
  await page.waitForLoadState('networkidle');
  expect(due(stage)).toEqual([]);
  await page.evaluate(`vetrina('chat:show')`);
  await expect.poll(() => due(stage)).toEqual(['open']);
});

test('A8: an automatic message fetches the box and pops up', async ({ page }) => {
  await using stage = await openStage();
  await enter(page, stage, { open: { on: 'page-opened' } });
  await expect.poll(() => due(stage)).toEqual(['open']);
  stage.tell({
    type: 'automatic-message',
    message: {
      ...{ id: 'm'.repeat(22), at: Date.now(), from: { name: 'Giulia', photo: null }, texts: ['Ciao!'] },
      ...{ opensBox: false, seen: false },
    },
  });
  await expect(page.getByRole('region', { name: 'Message from Giulia' }).getByText('Ciao!')).toBeVisible();
  await expect.poll(() => stage.frames().some(({ type }) => type === 'automatic-message-seen')).toBe(true);
});

test('never throws into the page: one that broke its own globals hears nothing of its rules', async ({ page }) => {
  await using stage = await openStage();
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  await enter(
    page,
    stage,
    { half: { on: 'scrolled', percent: 50 }, stay: { on: 'exit-intent' }, open: { on: 'page-opened' } },
    `var fail = function () { throw new Error('broken by the page') };
     window.getComputedStyle = fail; window.matchMedia = fail;
     Object.defineProperty(Document.prototype, 'scrollingElement', { get: fail });`,
  );
  await page.mouse.wheel(0, 3_000);
  await page.mouse.move(300, 300);
  await page.mouse.move(300, -5);
  await page.waitForLoadState('networkidle');
  expect(heard).toEqual([]);
});
