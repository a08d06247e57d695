import type { Look, Screen } from '../screen.ts';
import { talkAt, type World } from '../world.ts';

const long = ({ talks }: World) => talkAt(talks.long);
const log = ({ page }: Look) => page.getByRole('log').locator('p').first();
const list = ({ page }: Look) => page.getByRole('list').first();
const dialog = ({ page }: Look) => page.getByRole('dialog').first();

/** One of those behind "More actions". */
const picks =
  (action: string) =>
  async (look: Look): Promise<void> => {
    await log(look).waitFor();
    await look.presses('conversations.actions.more');
    await look.page.getByRole('menuitem', { name: look.say(`conversations.actions.${action}`) }).click();
    await dialog(look).waitFor();
  };

export const CONVERSATION_SCREENS: readonly Screen[] = [
  { name: 'inbox', who: 'owner', at: '/conversations', shows: list },
  { name: 'inbox-new', who: 'owner', at: '/conversations?folder=new', shows: list },
  { name: 'inbox-mine', who: 'owner', at: '/conversations?folder=mine', shows: list },
  { name: 'inbox-resolved', who: 'owner', at: '/conversations?folder=resolved', shows: list },
  {
    name: 'inbox-resolved-filters',
    who: 'owner',
    at: '/conversations?folder=resolved',
    deeds: ({ presses }) => presses('conversations.search.filters'),
  },
  { name: 'inbox-resolved-none', who: 'owner', at: '/conversations?folder=resolved&q=zzzzzz', shows: list },
  { name: 'inbox-empty', who: 'nobody-came', at: '/conversations', shows: list },
  { name: 'inbox-new-empty', who: 'nobody-came', at: '/conversations?folder=new', shows: list },
  { name: 'inbox-free', who: 'free', at: '/conversations', shows: list },
  { name: 'conversation', who: 'owner', at: long, shows: log },
  {
    name: 'conversation-card',
    who: 'owner',
    at: ({ talks }) => talkAt(talks.long, 'card=1'),
    only: 'phone',
    shows: list,
  },
  { name: 'conversation-hostile', who: 'owner', at: ({ talks }) => talkAt(talks.hostile), shows: log },
  {
    name: 'conversation-resolved',
    who: 'owner',
    at: ({ talks }) => talkAt(talks.resolved, 'folder=resolved'),
    shows: log,
  },
  { name: 'conversation-waiting', who: 'agent', at: ({ talks }) => talkAt(talks.waiting), shows: log },
  {
    name: 'conversation-unknown',
    who: 'owner',
    at: `/conversations/co${'A'.repeat(22)}`,
    shows: ({ button }) => button('conversations.back'),
  },
  {
    name: 'conversation-note',
    who: 'owner',
    at: long,
    deeds: async (look) => {
      await log(look).waitFor();
      await look.page.getByRole('tab', { name: look.say('composer.modes.note') }).click();
    },
  },
  {
    name: 'conversation-emoji',
    who: 'owner',
    at: long,
    deeds: async (look) => {
      await log(look).waitFor();
      await look.presses('composer.emoji');
      await dialog(look).waitFor();
    },
  },
  {
    name: 'conversation-shortcuts',
    who: 'owner',
    at: long,
    deeds: async (look) => {
      await log(look).waitFor();
      await look.page.getByRole('textbox', { name: look.say('composer.message') }).pressSequentially('/');
      await look.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'conversation-menu',
    who: 'owner',
    at: long,
    deeds: async (look) => {
      await log(look).waitFor();
      await look.presses('conversations.actions.more');
      await look.page.getByRole('menuitem').first().waitFor();
    },
  },
  { name: 'conversation-assign', who: 'owner', at: long, deeds: picks('assign') },
  { name: 'conversation-transfer', who: 'owner', at: long, deeds: picks('transfer') },
  { name: 'conversation-tags', who: 'owner', at: long, deeds: picks('tags') },
  { name: 'conversation-block', who: 'owner', at: long, deeds: picks('blockFor') },
];
