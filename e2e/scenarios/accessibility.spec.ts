import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { AutomaticMessages } from '../actors/automatic-messages.ts';
import { ChatBox } from '../actors/chat-box.ts';
import { ChatbotEditor } from '../actors/chatbot-editor.ts';
import { Inbox } from '../actors/inbox.ts';
import { loginOf, test } from '../actors/scene.ts';
import { PLACES, Settings } from '../actors/settings.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that axe finds broken on what is on screen now. Runs in an isolated world, which the page's policy does not bind. */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = `${AXE};axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}).then(r=>JSON.stringify(r.violations.map(v=>v.id+': '+v.nodes.map(n=>n.target.join(' ')).slice(0,3).join(' | '))))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression: run,
    awaitPromise: true,
    contextId: executionContextId,
  });
  return JSON.parse(String(result.value)) as string[];
}

for (const scheme of ['light', 'dark'] as const) {
  test(`V12: no screen breaks WCAG 2.2 AA (${scheme})`, async ({ anna, bruno, marco, vetrina }) => {
    await marco.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await marco.page.goto(`${vetrina.url}/sign-in`);
    await expect(marco.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    expect(await violations(marco.page), 'sign-in').toEqual([]);

    await marco.signsIn(loginOf(vetrina, 'PRO'));
    expect(await violations(marco.page), 'empty list').toEqual([]);
    await anna.opens();
    await anna.pageSays('name', 'Anna');
    await bruno.opens('cart.html');
    await expect(marco.people).toHaveCount(2);
    expect(await violations(marco.page), 'list').toEqual([]);
    await marco.opensDetailsOf('Anna');
    expect(await violations(marco.page), 'details').toEqual([]);

    await marco.details.getByRole('button', { name: 'Block for how long' }).click();
    expect(await violations(marco.page), 'blocking').toEqual([]);
    await marco.page.keyboard.press('Escape');

    const [chat, inbox] = [new ChatBox(() => anna.tab), new Inbox(marco.page)];
    await chat.opens();
    await chat.says('Good evening!');
    await inbox.opens();
    await inbox.opensConversation('Anna');
    await inbox.reads('Good evening!');
    expect(await violations(marco.page), 'conversation').toEqual([]);

    await marco.page.goto(`${vetrina.url}/install`);
    await expect(marco.page.getByRole('heading').first()).toBeVisible();
    expect(await violations(marco.page), 'install').toEqual([]);
  });

  test(`V12: automatic messages break no WCAG 2.2 AA (${scheme})`, async ({ anna, marco, vetrina }) => {
    await marco.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await anna.opens();
    await marco.signsIn(loginOf(vetrina, 'PRO'));
    const messages = new AutomaticMessages(marco.page);
    await messages.opens();
    await messages.beginsWith(/^Welcome 30 seconds/);
    await messages.onlyOnPagesWith('/cart?id=7');
    expect(await violations(marco.page), 'editor').toEqual([]);
    await messages.saves();
    await messages.turnsTheSwitch();
    await expect(messages.dialog.getByText(/would have got it/)).toBeVisible();
    expect(await violations(marco.page), 'dry run').toEqual([]);
    await marco.page.keyboard.press('Escape');
    await messages.looksAtPeople();
    expect(await violations(marco.page), 'people').toEqual([]);
    await messages.opens();
    expect(await violations(marco.page), 'messages').toEqual([]);
  });

  test(`V12: chatbots break no WCAG 2.2 AA (${scheme})`, async ({ marco, vetrina }) => {
    await marco.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await marco.signsIn(loginOf(vetrina, 'PRO'));
    const bots = new ChatbotEditor(marco.page, vetrina.url);
    await bots.opens();
    expect(await violations(marco.page), 'templates').toEqual([]);
    await bots.beginsWith('Order status');
    await bots.chooses('Webhook');
    expect(await violations(marco.page), 'canvas').toEqual([]);
    for (const part of ['Preview', 'Problems'] as const) {
      await bots.looksAt(part);
      expect(await violations(marco.page), part).toEqual([]);
    }
    await bots.presses('List');
    expect(await violations(marco.page), 'list of blocks').toEqual([]);
    await bots.opens();
    expect(await violations(marco.page), 'chatbots').toEqual([]);
  });

  test(`V12: no settings break WCAG 2.2 AA (${scheme})`, async ({ marco, vetrina }) => {
    await marco.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await marco.signsIn(loginOf(vetrina, 'FREE'));
    const settings = new Settings(marco.page, vetrina.url);
    for (const place of PLACES) {
      await settings.opens(place);
      expect(await violations(marco.page), `${place}, on FREE`).toEqual([]);
    }
    await settings.signsOut();
    await marco.signsIn(loginOf(vetrina, 'PRO'));
    for (const place of ['Team', 'Office hours', 'Chat box'] as const) {
      await settings.opens(place);
      expect(await violations(marco.page), `${place}, on PRO`).toEqual([]);
    }
    await settings.opens('Team');
    await settings.presses('Invite a colleague');
    expect(await violations(marco.page), 'invitation').toEqual([]);
    await marco.page.goto(`${vetrina.url}/forgot-password`);
    await expect(marco.page.getByRole('heading')).toBeVisible();
    expect(await violations(marco.page), 'forgotten password').toEqual([]);
  });
}
