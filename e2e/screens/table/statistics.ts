import type { Look, Screen } from '../screen.ts';

const figures = ({ page }: Look) => page.getByRole('heading', { level: 2 }).nth(3);

const toFoot = async (look: Look): Promise<void> => {
  await figures(look).waitFor();
  await look.page.getByRole('heading', { level: 3 }).last().scrollIntoViewIfNeeded();
};

/** The first of the charts shows its figures. */
const showsTable = async ({ page, say }: Look): Promise<void> => {
  const words = say('statistics.asTable').source.slice(1, -1);
  await page
    .getByRole('button', { name: new RegExp(`^${words}`) })
    .first()
    .click();
  await page.getByRole('table').first().waitFor();
};

export const STATISTICS_SCREENS: readonly Screen[] = [
  { name: 'statistics', who: 'owner', at: '/statistics', shows: figures },
  { name: 'statistics-below', who: 'owner', at: '/statistics', deeds: toFoot },
  { name: 'statistics-week', who: 'owner', at: '/statistics?period=7-days', shows: figures },
  { name: 'statistics-table', who: 'owner', at: '/statistics', deeds: showsTable },
  { name: 'statistics-empty', who: 'owner', at: '/statistics?from=2020-01-06&to=2020-01-12', shows: figures },
  {
    name: 'statistics-loading',
    who: 'owner',
    at: '/statistics',
    first: ({ page }) => page.route('**/api/v1/statistics?*', () => undefined),
    isBroken: true,
  },
  { name: 'statistics-standard', who: 'nobody-came', at: '/statistics', deeds: toFoot },
  { name: 'statistics-free', who: 'free', at: '/statistics' },
];
