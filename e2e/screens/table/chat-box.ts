import { english } from '../../../apps/widget/src/box/locales/en.ts';
import type { Look, Screen } from '../screen.ts';

/** The loader draws the button in English; its name follows the box's language once the box has come. */
const launcher = ({ page, say }: Look) =>
  page
    .getByRole('button', { name: say('box.openChat') })
    .or(page.getByRole('button', { name: english.openChat, exact: true }))
    .first();
const panel = ({ page, say }: Look) => page.getByRole('dialog', { name: say('box.chat') });

async function opens(look: Look): Promise<void> {
  await launcher(look).click();
  await panel(look).waitFor();
}

async function says(look: Look, text: string): Promise<void> {
  await opens(look);
  await panel(look).getByRole('textbox').fill(text);
  await panel(look).getByRole('textbox').press('Enter');
  await panel(look).getByRole('log').getByText(text).waitFor();
}

async function opensAnd(look: Look, word: string): Promise<void> {
  await opens(look);
  await panel(look)
    .getByRole('button', { name: look.say(word) })
    .click();
}

/** The visitor's side, on the demo shop. */
export const BOX_SCREENS: readonly Screen[] = [
  { name: 'box-launcher', who: 'visitor', at: '/demo/', shows: launcher },
  { name: 'box', who: 'visitor', at: '/demo/', deeds: opens },
  {
    name: 'box-conversation',
    who: 'visitor',
    at: '/demo/',
    deeds: (look) => says(look, 'Is the blue lamp still there?'),
  },
  { name: 'box-emoji', who: 'visitor', at: '/demo/', deeds: (look) => opensAnd(look, 'box.emoji') },
  { name: 'box-menu', who: 'visitor', at: '/demo/', deeds: (look) => opensAnd(look, 'box.options') },
  { name: 'box-offline', who: 'late-visitor', at: '/demo/?account=free', deeds: opens },
  {
    name: 'box-form-refused',
    who: 'late-visitor',
    at: '/demo/?account=free',
    deeds: async (look) => {
      await opens(look);
      await panel(look).locator('button[type="submit"]').click();
    },
  },
  { name: 'box-after-resolve', who: 'visitor', at: '/demo/', deeds: askedToRate },
  { name: 'box-popup', who: 'visitor', at: '/demo/', deeds: isWrittenTo },
];

/** The other side finds the conversation by what was said in it: no two looks say the same. */
async function lookOf({ page }: Look): Promise<string> {
  return `${page.viewportSize()?.width} px, ${await page.evaluate(() => navigator.language)}`;
}

/** The conversation is resolved from the other side. */
async function askedToRate(look: Look): Promise<void> {
  const text = `Thank you, that is all (${await lookOf(look)})`;
  await says(look, text);
  await look.world.resolves(text);
  await panel(look)
    .getByRole('radio')
    .or(panel(look).getByRole('button', { name: look.say('box.good') }))
    .first()
    .waitFor();
}

/** An answer comes while the panel is closed. */
async function isWrittenTo(look: Look): Promise<void> {
  const text = `Could you set one aside for me? (${await lookOf(look)})`;
  await says(look, text);
  await panel(look)
    .getByRole('button', { name: look.say('box.closeChat') })
    .click();
  await look.world.answers(text, 'Gladly! It waits for you at the counter until Saturday.');
  await look.page.getByRole('region', { name: look.say('box.messageFrom') }).waitFor();
}
