import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AVATAR_LOOKS, avatarLook, initials } from './avatar-look.ts';
import { gridTemplate, moveColumn, shownColumns, toggleColumn } from './column-set.ts';
import { rowAfterKey } from './list-keys.ts';
import { clampTop, physicalHeight, revealRow, squeeze, TALLEST, visibleRows } from './row-scale.ts';
import { followScroll, windowFor } from './scroll-window.ts';
import { nextSort, readView, STANDARD_SORT, withAsks, withChanges, writeView } from './view-address.ts';

test('V: every row of a list of any length can be reached', () => {
  const lengths = fc.integer({ min: 1, max: 5_000_000 });
  fc.assert(
    fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (count, where) => {
      const space = { count, rowHeight: 56, viewport: 700 };
      const index = Math.min(count - 1, Math.floor(where * count));
      const top = clampTop(space, revealRow(space, 0, index));
      const { first, last } = visibleRows(space, top);
      expect(index).toBeGreaterThanOrEqual(first);
      expect(index).toBeLessThan(last);
      expect(physicalHeight(space)).toBeLessThanOrEqual(TALLEST);
      // The scroll bar reaches as far as the list.
      expect(top / squeeze(space)).toBeLessThanOrEqual(Math.max(0, physicalHeight(space) - space.viewport) + 1);
    }),
  );
});

test('V: the window covers the screen, is never too large, and stays while it covers', () => {
  const number = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(number(100_000), fc.integer({ min: 1, max: 60 }), number(100_000), (first, rows, from) => {
      const next = followScroll(windowFor(from, from + rows), first, first + rows, 200_000);
      expect(next.limit).toBeLessThanOrEqual(200);
      expect(next.offset).toBeLessThanOrEqual(first);
      expect(next.offset + next.limit).toBeGreaterThanOrEqual(first + rows);
      expect(followScroll(next, first, first + rows, 200_000)).toBe(next);
    }),
  );
});

test('V12: arrows, pages and ends move within the list', () => {
  expect(rowAfterKey('ArrowDown', 4, 5, 10)).toBe(4);
  expect(rowAfterKey('ArrowUp', 0, 5, 10)).toBe(0);
  expect(rowAfterKey('PageDown', 0, 100_000, 12)).toBe(11);
  expect(rowAfterKey('End', 0, 100_000, 12)).toBe(99_999);
  expect(rowAfterKey('x', 0, 5, 10)).toBeNull();
  expect(rowAfterKey('Home', 0, 0, 10)).toBeNull();
});

test('V3: Visitor stands first, what no longer exists is dropped, Group only if there are any', () => {
  expect(shownColumns(null, false)).not.toContain('group');
  expect(shownColumns(null, true)).toContain('group');
  expect(shownColumns(['os', 'nonsense', 'variable:basket', 'os'], false)).toEqual([
    'visitor',
    'os',
    'variable:basket',
  ]);
  expect(toggleColumn(['visitor', 'os'], 'visitor')).toEqual(['visitor', 'os']);
  expect(moveColumn(['visitor', 'os', 'page'], 'page', 0)).toEqual(['visitor', 'page', 'os']);
});

test('V: a view survives its address', () => {
  const view = {
    filter: 'active',
    query: 'country:it è',
    sort: { column: 'online', direction: 'descending' },
    visitor: null,
    look: 'map',
    saved: null,
  } as const;
  expect(readView({ ...writeView(view) })).toEqual(view);
  expect(readView({ filter: 'x', sort: '--', visitor: 'me', view: 'mine', q: 3, look: 'x' })).toEqual({
    filter: null,
    query: '',
    sort: STANDARD_SORT,
    visitor: null,
    look: 'list',
    saved: null,
  });
});

test('SV9: beside a view the address says nothing, until something is another than the view asks', () => {
  const saved = `vw${'0'.repeat(22)}`;
  const asks = { filter: 'active', query: 'page:cart', sort: STANDARD_SORT } as const;
  const address = readView({ view: saved });
  expect(withAsks(address, asks)).toEqual({ ...address, ...asks });
  const searched = withChanges(address, asks, { query: 'page:cart anna' });
  expect(writeView(searched)).toEqual({ view: saved, filter: 'active', q: 'page:cart anna' });
  expect(withAsks(searched, asks).query).toBe('page:cart anna');
  expect(writeView(withChanges(searched, asks, { query: 'page:cart' }))).toEqual({ view: saved });
  expect(writeView(withChanges(searched, asks, { query: '' }))).toEqual({ view: saved, filter: 'active' });
});

test('V2: a third press on a column gives the standard order back', () => {
  const once = nextSort(STANDARD_SORT, 'country');
  const twice = nextSort(once, 'country');
  expect([once.direction, twice.direction]).toEqual(['ascending', 'descending']);
  expect(nextSort(twice, 'country')).toEqual(STANDARD_SORT);
});

test('V3: a face is stable and never breaks on odd names', () => {
  expect(initials('Łukasz van den Berg')).toBe('ŁB');
  expect(initials('  👋 7 ')).toBe('');
  expect(avatarLook('viA')).toBe(avatarLook('viA'));
  fc.assert(fc.property(fc.string(), (id) => avatarLook(id) < AVATAR_LOOKS && initials(id).length <= 6));
});

test('V3: columns in which nobody has anything give their room away, and get it back for good', () => {
  const columns = ['visitor', 'country', 'last-message', 'agents'] as const;
  const before = gridTemplate(columns, new Set());
  const after = gridTemplate(columns, new Set(['last-message', 'agents'] as const));
  expect(before.minWidth).toBeLessThan(after.minWidth);
  expect(before.template).toContain('minmax(124px');
  expect(gridTemplate(columns.slice(0, 2), new Set()).template).toBe(before.template.split(' ').slice(0, 4).join(' '));
});
