import type { Look, Screen } from '../screen.ts';
import { settles } from '../settle.ts';

const grid = ({ page }: Look) => page.getByRole('row').nth(4);
const body = ({ page }: Look) => page.getByRole('heading', { level: 3 }).first();
const dialog = ({ page }: Look) => page.getByRole('dialog').first();

export const VISITOR_SCREENS: readonly Screen[] = [
  { name: 'visitors', who: 'owner', at: '/visitors', shows: grid },
  { name: 'visitors-all', who: 'owner', at: '/visitors?filter=all&sort=-visits', shows: grid, only: 'phone' },
  { name: 'visitors-in-chat', who: 'owner', at: '/visitors?filter=in-chat' },
  { name: 'visitors-found', who: 'owner', at: '/visitors?filter=all&q=sofia' },
  { name: 'visitors-nobody-matches', who: 'owner', at: '/visitors?q=zzzzzz' },
  { name: 'visitors-bad-query', who: 'owner', at: '/visitors?q=country:' },
  { name: 'visitors-hostile', who: 'owner', at: '/visitors?filter=all&q=mallory' },
  { name: 'visitors-long-names', who: 'owner', at: '/visitors?filter=all&q=maria' },
  { name: 'visitors-blocked', who: 'owner', at: '/visitors?filter=blocked' },
  { name: 'visitors-free', who: 'free', at: '/visitors?filter=all' },
  { name: 'visitors-waiting-for-first', who: 'nobody-came', at: '/visitors' },
  {
    name: 'search-help',
    who: 'owner',
    at: '/visitors',
    deeds: ({ presses }) => presses('visitors.search.help'),
    shows: dialog,
  },
  {
    name: 'columns',
    who: 'owner',
    at: '/visitors',
    deeds: ({ presses }) => presses('visitors.chooser.open'),
    shows: dialog,
    only: 'desk',
  },
  {
    name: 'icon-legend',
    who: 'owner',
    at: '/visitors',
    deeds: ({ presses }) => presses('visitors.legend.open'),
    shows: dialog,
  },
  {
    name: 'visitor-details',
    who: 'owner',
    at: ({ sofia }) => `/visitors?filter=all&visitor=${sofia}`,
    shows: body,
  },
  {
    name: 'visitor-details-below',
    who: 'owner',
    at: ({ sofia }) => `/visitors?filter=all&visitor=${sofia}`,
    deeds: async (look) => {
      await body(look).waitFor();
      await look.page.getByRole('heading', { level: 3 }).last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'visitor-details-hostile',
    who: 'owner',
    at: ({ mallory }) => `/visitors?filter=all&visitor=${mallory}`,
    shows: body,
  },
  { name: 'visitor-unknown', who: 'owner', at: `/visitors?visitor=vi${'A'.repeat(22)}` },
  {
    name: 'visitor-block-menu',
    who: 'owner',
    at: ({ sofia }) => `/visitors?filter=all&visitor=${sofia}`,
    deeds: async ({ page, presses }) => {
      await presses('details.block.howLong');
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'visitor-write',
    who: 'owner',
    at: ({ sofia }) => `/visitors?filter=all&visitor=${sofia}`,
    deeds: async ({ page, presses }) => {
      await presses('visitors.open.button');
      await page.getByRole('textbox').last().waitFor();
    },
  },
  {
    name: 'visitor-details-free',
    who: 'free',
    at: '/visitors?filter=all',
    deeds: async (look) => {
      // The address of the list is still being read when its rows are there.
      await settles(look.page);
      await look.page.getByRole('row').nth(1).press('Enter');
      await body(look).waitFor();
    },
  },
];
