import type { Look, Screen } from '../screen.ts';
import type { World } from '../world.ts';

const dialog = ({ page }: Look) => page.getByRole('dialog').first();
const view =
  (words = '') =>
  ({ view: id }: World) =>
    `/visitors?view=${id}${words}`;

async function opensMenu({ page, say }: Look): Promise<void> {
  await page
    .getByRole('button', { name: say('views.menu') })
    .first()
    .click();
  await page.getByRole('menuitem').first().waitFor();
}

export const VIEW_SCREENS: readonly Screen[] = [
  { name: 'view', who: 'owner', at: view() },
  { name: 'view-changed', who: 'owner', at: view('&filter=all&q=country:it') },
  { name: 'view-unknown', who: 'owner', at: `/visitors?view=vw${'A'.repeat(22)}` },
  { name: 'views-closed', who: 'owner', at: '/visitors', deeds: ({ presses }) => presses('views.hide'), only: 'desk' },
  {
    name: 'view-save',
    who: 'owner',
    at: '/visitors?filter=all&q=country:it',
    deeds: ({ presses }) => presses('views.save'),
    shows: dialog,
  },
  { name: 'view-menu', who: 'owner', at: view(), deeds: opensMenu, only: 'desk' },
  {
    name: 'view-edit',
    who: 'owner',
    at: view(),
    deeds: async (look) => {
      await opensMenu(look);
      await look.page.getByRole('menuitem', { name: look.say('views.edit') }).click();
    },
    shows: dialog,
    only: 'desk',
  },
  { name: 'views-sheet', who: 'owner', at: view(), deeds: ({ presses }) => presses('views.title'), only: 'phone' },
  {
    name: 'views-sheet-none',
    who: 'nobody-came',
    at: '/visitors',
    deeds: ({ presses }) => presses('views.title'),
    shows: dialog,
    only: 'phone',
  },
];
