import { expect, type Page } from '@playwright/test';
import { test } from '../actors/screens-scene.ts';
import { Axe } from '../screens/axe.ts';
import { faultsOfLayout } from '../screens/faults.ts';
import type { Screen } from '../screens/screen.ts';
import { DESK, PHONE, type Stage } from '../screens/stage.ts';
import { faultsOfMotion, faultsOfNarrow, faultsOfSpacing } from '../screens/strains.ts';
import { isLaidOutAnew, SCREENS } from '../screens/table.ts';
import { smallForFingers, smallTargets } from '../screens/targets.ts';

const axe = new Axe();

/** Everything found on the screens, each with the name of its screen. */
async function looksAtAll(
  stage: Stage,
  screens: readonly Screen[],
  look: (screen: Screen, page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const screen of screens.filter((each) => stage.shows(each))) {
    try {
      const { page, faults } = await stage.opens(screen);
      for (const fault of [...faults, ...(await look(screen, page))]) found.push(`${screen.name}: ${fault}`);
    } catch (error) {
      found.push(`${screen.name}: ${error}`);
    }
  }
  return found;
}

const isShop = ({ who }: Screen): boolean => who === 'visitor' || who === 'late-visitor';

// Two hundred screens would fill a trace that nobody needs: what was found says where.
test.use({ trace: 'off', screenshot: 'off' });
test.describe.configure({ mode: 'parallel', timeout: 480_000 });

/** Halves of the table, so that two workers share it. */
const HALVES = [0, 1].map((half) => SCREENS.filter((_, index) => index % 2 === half));

for (const [half, screens] of HALVES.entries()) {
  test.describe(() => {
    test.use({ size: DESK });
    test(`V12: no screen breaks WCAG 2.2 AA, light and dark (${half + 1} of 2)`, async ({ stage }) => {
      const found = await looksAtAll(stage, screens, async (_, page) => {
        const light = await axe.violations(page, 'all');
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await axe.violations(page, 'contrast');
        await page.emulateMedia({ colorScheme: 'light' });
        const layout = [
          ...(await faultsOfLayout(page)),
          ...(await smallTargets(page)),
          ...(await faultsOfMotion(page)),
        ];
        return [...light, ...dark.map((what) => `dark, ${what}`), ...layout];
      });
      expect(found).toEqual([]);
    });
  });

  test.describe(() => {
    test.use({ size: PHONE });
    test(`V12: no layout of a phone breaks WCAG 2.2 AA (${half + 1} of 2)`, async ({ stage }) => {
      const found = await looksAtAll(stage, screens.filter(isLaidOutAnew), async (screen, page) => [
        ...(await axe.violations(page, 'all')),
        ...(await faultsOfLayout(page)),
        // The chat box's own people press 24 px and more; a shop's links are the shop's.
        ...(await (isShop(screen) ? smallTargets(page) : smallForFingers(page))),
        ...(isShop(screen) ? [] : [...(await faultsOfNarrow(page)), ...(await faultsOfSpacing(page))]),
      ]);
      expect(found).toEqual([]);
    });
  });
}
