import type { Look, Screen } from '../screen.ts';

const contents = ({ page }: Look) => page.getByRole('heading', { level: 2 }).first();
const panel = ({ page, say }: Look) => page.getByRole('dialog', { name: say('help.title') });

const searches =
  (text: string) =>
  async ({ page, say }: Look): Promise<void> => {
    await page
      .getByRole('searchbox', { name: say('help.search') })
      .first()
      .fill(text);
  };

/** The operator's chat box, in a frame of its own. */
async function opensSupport(look: Look): Promise<void> {
  await look.presses('help.support.write');
  await look.page.frameLocator('iframe').getByRole('dialog').waitFor();
}

export const HELP_SCREENS: readonly Screen[] = [
  { name: 'help', who: 'owner', at: '/help', shows: contents },
  { name: 'help-page', who: 'owner', at: '/help/automatic-messages', shows: contents },
  { name: 'help-figure', who: 'owner', at: '/help/icons' },
  { name: 'help-hits', who: 'owner', at: '/help', deeds: searches('unread') },
  { name: 'help-nothing', who: 'owner', at: '/help', deeds: searches('zzzzzz') },
  {
    name: 'help-panel',
    who: 'owner',
    at: '/visitors',
    deeds: ({ presses }) => presses('help.about'),
    shows: (look) => panel(look).getByRole('heading', { level: 1 }),
  },
  { name: 'help-support-own', who: 'owner', at: '/help/support' },
  { name: 'help-support-free', who: 'free', at: '/help/support' },
  { name: 'help-support', who: 'nobody-came', at: '/help/support' },
  { name: 'support-box', who: 'nobody-came', at: '/help/support', deeds: opensSupport },
];
