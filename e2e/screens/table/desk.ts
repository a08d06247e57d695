import type { Look, Screen } from '../screen.ts';

const dialog = ({ page }: Look) => page.getByRole('dialog').first();

const hit = ({ page, say }: Look) => page.getByRole('group', { name: say('desk.palette.groups.visitors') });

/** The palette with something typed. */
const asks =
  (text: string) =>
  async ({ page, say }: Look): Promise<void> => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: say('desk.palette.open') });
    await palette.getByRole('combobox').fill(text);
    if (text !== '')
      await palette
        .getByRole('status')
        .filter({ hasText: say('desk.palette.results_other') })
        .waitFor();
  };

const isCompact = ({ page }: Look): Promise<unknown> =>
  page.route('**/api/v1/me/preferences', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), density: 'compact' } });
  });

export const DESK_SCREENS: readonly Screen[] = [
  { name: 'palette', who: 'owner', at: '/visitors', deeds: asks('') },
  { name: 'palette-hits', who: 'owner', at: '/visitors', deeds: asks('so'), shows: hit },
  { name: 'palette-none', who: 'owner', at: '/visitors', deeds: asks('zzzzzz') },
  {
    name: 'shortcut-sheet',
    who: 'owner',
    at: '/conversations',
    deeds: ({ page }) => page.keyboard.press('?'),
    shows: dialog,
    only: 'desk',
  },
  {
    name: 'map',
    who: 'owner',
    at: '/visitors?filter=all&look=map',
    shows: ({ page }) => page.getByRole('rowheader').first(),
  },
  { name: 'map-empty', who: 'nobody-came', at: '/visitors?filter=all&look=map' },
  {
    name: 'visitors-compact',
    who: 'owner',
    at: '/visitors?filter=all',
    first: isCompact,
    shows: ({ page }) => page.getByRole('row').nth(4),
  },
  { name: 'inbox-compact', who: 'owner', at: '/conversations', first: isCompact, only: 'desk' },
];
