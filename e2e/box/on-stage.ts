import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { Stage } from '../../apps/widget/src/box/dev/team-on-stage.ts';
import type { BoxStage } from './stage.ts';

declare global {
  interface Window {
    stage: Stage;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const chat = (page: Page) => page.getByRole('dialog', { name: 'Chat' });
export const field = (page: Page) => chat(page).getByRole('textbox', { name: 'Message' });
export const log = (page: Page) => chat(page).getByRole('log');

/** Comes to the stage, and notes what the page complains of. */
export async function enter(stage: BoxStage, page: Page, asked?: Readonly<Record<string, unknown>>): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('404'))
      complaints.push(message.text());
  });
  await page.goto(stage.page(asked));
  await page.waitForFunction(() => 'stage' in window);
  return complaints;
}

export async function openChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(chat(page)).toBeVisible();
}

/** What axe finds broken, under the strict policy as well. */
export async function broken(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const expression = `${AXE};axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}).then(r=>JSON.stringify(r.violations.map(v=>v.id+': '+v.nodes.map(n=>n.target.join(' ')).slice(0,3).join(' | '))))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: world.executionContextId,
    awaitPromise: true,
  });
  return JSON.parse(String(result.value)) as string[];
}
