import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { type RankedGroup, rank, suggest } from './rank.ts';

const command = (title: string, more: Partial<Command> = {}): Command => ({
  ...{ id: title, group: 'screens', icon: 'search', title, run: () => undefined },
  ...more,
});

const COMMANDS = [
  command('Visitors'),
  command('World map', { also: 'visitors countries' }),
  command('New chatbot', { group: 'actions' }),
  command('Chatbots', { group: 'automation' }),
  command('Groups', { group: 'settings', hint: 'Settings' }),
  command('Go offline', { group: 'actions' }),
];

const titles = (groups: readonly RankedGroup[]) =>
  groups.flatMap(({ items }) => items.map(({ command: { title } }) => title));
/** The title with what was typed in brackets. */
const marked = (groups: readonly RankedGroup[]): string => {
  const { command: found, marks } = groups[0]?.items[0] ?? { command: COMMANDS[0] as Command, marks: [] };
  return [...marks].reverse().reduce((text, [from, to]) => {
    return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
  }, found.title);
};

test('D1: what begins so comes before what has a word that does, and that before what only contains it', () => {
  expect(titles(rank(COMMANDS, 'chat'))).toEqual(['Chatbots', 'New chatbot']);
  expect(titles(rank(COMMANDS, 'visitors'))).toEqual(['Visitors', 'World map']);
  expect(titles(rank(COMMANDS, 'settings'))).toEqual(['Groups']);
});

test('D1: every word must fit, in any order, whatever the case and the accents', () => {
  expect(titles(rank(COMMANDS, 'CHATBOT néw'))).toEqual(['New chatbot']);
  expect(titles(rank(COMMANDS, 'chatbot old'))).toEqual([]);
  expect(titles(rank([command('Größe'), command('Élan')], 'grosse'))).toEqual(['Größe']);
});

test('D1: letters may be left out, as long as it is still a guess and no accident', () => {
  expect(titles(rank(COMMANDS, 'nwchat'))).toEqual(['New chatbot']);
  expect(titles(rank(COMMANDS, 'goof'))).toEqual(['Go offline']);
  expect(titles(rank(COMMANDS, 'oie'))).toEqual([]);
  expect(titles(rank(COMMANDS, 'gf'))).toEqual([]);
});

test('D1: the letters that were typed are marked where they stand in the title', () => {
  expect(marked(rank([command('Chatbots')], 'bot'))).toBe('Chat[bot]s');
  expect(marked(rank(COMMANDS, 'chatbot new'))).toBe('[New] [chatbot]');
  expect(marked(rank([command('Größe ändern')], 'grosse an'))).toBe('[Größe] [än]dern');
});

test('D1: whom the server found stands, also if nothing shown says why, behind whom the title finds', () => {
  const found = command('Anna', { group: 'visitors', isFound: true });
  expect(titles(rank([...COMMANDS, found], 'cart'))).toEqual(['Anna']);
  expect(titles(rank([...COMMANDS, found], 'chatbots'))).toEqual(['Chatbots', 'Anna']);
  expect(titles(rank([command('Annals', { group: 'settings' }), found], 'anna'))).toEqual(['Anna', 'Annals']);
});

test('D1: before anything is typed the last ones stand first, and nothing twice', () => {
  const groups = suggest(COMMANDS, ['Go offline', 'gone', 'Groups']);
  expect(groups.map(({ group, items }) => [group, items.length])).toEqual([
    ['recent', 2],
    ['screens', 2],
    ['actions', 1],
  ]);
  expect(titles(groups)).toEqual(['Go offline', 'Groups', 'Visitors', 'World map', 'New chatbot']);
});

test('D1: pages of help are offered to who types, and where they were opened last', () => {
  const page = command('Install the snippet', { isOnlyTyped: true });
  expect(titles(suggest([page, ...COMMANDS], []))).not.toContain(page.title);
  expect(titles(suggest([page, ...COMMANDS], [page.id]))[0]).toBe(page.title);
  expect(titles(rank([page, ...COMMANDS], 'install'))).toContain(page.title);
});

test('D1: whatever is typed, marks lie in their title, apart and in order', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (typed, title) => {
      for (const { items } of rank([command(title, { isFound: true })], typed)) {
        let end = 0;
        for (const [from, to] of items[0]?.marks ?? []) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(title.length);
          end = to;
        }
      }
    }),
  );
});
