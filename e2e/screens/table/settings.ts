import type { Look, Screen } from '../screen.ts';

/** Every sub-page; the test of the table holds it against the dashboard's own list. */
export const SETTINGS_PLACES = [
  ...['profile', 'notifications', 'look', 'team', 'groups', 'hours', 'box', 'shortcuts', 'tags', 'blocked'],
  ...['account', 'identity', 'plan'],
] as const;

const dialog = ({ page }: Look) => page.getByRole('dialog').first();

const asks = (name: string, place: string, button: string): Screen => ({
  name,
  who: 'owner',
  at: `/settings/${place}`,
  deeds: ({ presses }) => presses(button),
  shows: dialog,
});

/** The foot of a long page. */
const scrollsDown = async ({ page }: Look): Promise<void> => {
  await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
};

export const SETTINGS_SCREENS: readonly Screen[] = [
  { name: 'settings', who: 'owner', at: '/settings', only: 'phone' },
  ...SETTINGS_PLACES.map((place) => ({ name: `settings-${place}`, who: 'owner', at: `/settings/${place}` }) as const),
  ...(['groups', 'hours', 'box', 'blocked', 'team', 'plan'] as const).map(
    (place) => ({ name: `settings-${place}-free`, who: 'free', at: `/settings/${place}` }) as const,
  ),
  ...(['team', 'account', 'shortcuts', 'tags'] as const).map(
    (place) => ({ name: `settings-${place}-agent`, who: 'agent', at: `/settings/${place}` }) as const,
  ),
  { name: 'settings-box-below', who: 'owner', at: '/settings/box', deeds: scrollsDown },
  { name: 'settings-hours-below', who: 'owner', at: '/settings/hours', deeds: scrollsDown },
  asks('settings-invite', 'team', 'settings.invite.open'),
  asks('settings-group-add', 'groups', 'settings.groups.add'),
  asks('settings-shortcut-add', 'shortcuts', 'settings.shortcuts.addTeam'),
  asks('settings-tag-add', 'tags', 'settings.tags.add'),
  asks('settings-second-factor', 'profile', 'settings.secondFactor.setUp'),
  { name: 'install', who: 'owner', at: '/install' },
  { name: 'install-waiting', who: 'nobody-came', at: '/install' },
  {
    name: 'account-menu',
    who: 'owner',
    at: '/install',
    deeds: async ({ page }) => {
      await page.getByRole('navigation').first().locator('button[aria-haspopup="dialog"]').click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
];
