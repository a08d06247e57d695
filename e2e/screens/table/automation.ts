import type { Look, Screen } from '../screen.ts';
import type { World } from '../world.ts';

const rule =
  (part = '') =>
  ({ rule: id }: World) =>
    `/automation/messages/${id}${part}`;
const bot = ({ chatbot }: World) => `/automation/chatbots/${chatbot}`;
const node = ({ page, isPhone }: Look) =>
  isPhone ? page.getByRole('main').getByRole('listitem').first() : page.locator('.react-flow__node').first();
const dialog = ({ page }: Look) => page.getByRole('dialog').first();

const looksAt =
  (part: string) =>
  async (look: Look): Promise<void> => {
    await node(look).waitFor();
    await look.page.getByRole('tab', { name: look.say(`chatbots.side.${part}`) }).click();
  };

async function dryRuns(look: Look): Promise<void> {
  await look.presses('automation.menu.try');
  await dialog(look).getByRole('status').first().waitFor();
}

async function opensMenu({ page }: Look): Promise<void> {
  await page.getByRole('main').locator('button[aria-haspopup="dialog"]').last().click();
  await page.getByRole('menuitem').first().waitFor();
}

async function asksToRemove(look: Look): Promise<void> {
  await opensMenu(look);
  await look.page.getByRole('menuitem').last().click();
  await dialog(look).waitFor();
}

export const AUTOMATION_SCREENS: readonly Screen[] = [
  { name: 'messages', who: 'owner', at: '/automation/messages', shows: ({ page }) => page.getByRole('switch').first() },
  {
    name: 'messages-read-only',
    who: 'agent',
    at: '/automation/messages',
    shows: ({ page }) => page.getByRole('switch').first(),
  },
  { name: 'messages-none', who: 'nobody-came', at: '/automation/messages' },
  { name: 'messages-free', who: 'free', at: '/automation/messages' },
  { name: 'messages-menu', who: 'owner', at: '/automation/messages', deeds: opensMenu },
  { name: 'message-remove', who: 'owner', at: '/automation/messages', deeds: asksToRemove },
  {
    name: 'message-presets',
    who: 'owner',
    at: '/automation/messages',
    deeds: ({ presses }) => presses('automation.new'),
    shows: dialog,
  },
  { name: 'message-new', who: 'owner', at: '/automation/messages/new' },
  { name: 'message-from-preset', who: 'owner', at: '/automation/messages/new?preset=first-order' },
  { name: 'message', who: 'owner', at: rule() },
  {
    name: 'message-below',
    who: 'owner',
    at: rule(),
    deeds: async ({ page }) => {
      await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
    },
  },
  { name: 'message-results', who: 'owner', at: rule('/results') },
  { name: 'message-people', who: 'owner', at: rule('/people') },
  { name: 'message-dry-run', who: 'owner', at: rule(), deeds: dryRuns },
  { name: 'chatbots', who: 'owner', at: '/automation/chatbots' },
  { name: 'chatbots-none', who: 'nobody-came', at: '/automation/chatbots' },
  { name: 'chatbots-free', who: 'free', at: '/automation/chatbots' },
  {
    name: 'chatbot-templates',
    who: 'owner',
    at: '/automation/chatbots',
    deeds: ({ presses }) => presses('chatbots.new'),
    shows: dialog,
  },
  { name: 'chatbot', who: 'owner', at: bot, shows: node },
  {
    name: 'chatbot-block',
    who: 'owner',
    at: bot,
    deeds: async (look) => {
      await look.page.locator('.react-flow__node').nth(1).click();
    },
    only: 'desk',
  },
  { name: 'chatbot-preview', who: 'owner', at: bot, deeds: looksAt('preview'), only: 'desk' },
  { name: 'chatbot-problems', who: 'owner', at: bot, deeds: looksAt('problems'), only: 'desk' },
  {
    name: 'chatbot-list',
    who: 'owner',
    at: bot,
    deeds: async (look) => {
      await node(look).waitFor();
      await look.presses('chatbots.bar.list');
    },
    only: 'desk',
  },
  {
    name: 'chatbot-statistics',
    who: 'owner',
    at: bot,
    deeds: async (look) => {
      await node(look).waitFor();
      await look.presses('chatbots.bar.statistics');
    },
  },
];
