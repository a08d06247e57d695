import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  contrast: { type: 'rule', values: ['color-contrast'] },
} as const;

/**
 * Rules that axe finds broken on what is on a page now. It runs in an isolated world, which the page's policy does not bind, and
 * stays there for as long as the document does.
 */
export class Axe {
  readonly #sessions = new WeakMap<Page, Promise<CDPSession>>();

  async violations(page: Page, rules: keyof typeof RULES): Promise<string[]> {
    const session = this.#sessions.get(page) ?? page.context().newCDPSession(page);
    this.#sessions.set(page, session);
    const line = await session;
    const { frameTree } = await line.send('Page.getFrameTree');
    const { executionContextId } = await line.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    });
    const ask = (expression: string) =>
      line.send('Runtime.evaluate', { expression, awaitPromise: true, contextId: executionContextId });
    if ((await ask('typeof axe')).result.value !== 'object') await ask(AXE);
    const options = JSON.stringify({
      runOnly: RULES[rules],
      resultTypes: ['violations'],
    });
    const { result, exceptionDetails } = await ask(
      `axe.run(document,${options}).then(r=>JSON.stringify(r.violations.map(v=>v.id+': '+v.nodes.map(n=>n.target.join(' ')).slice(0,3).join(' | '))))`,
    );
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return JSON.parse(String(result.value)) as string[];
  }
}
