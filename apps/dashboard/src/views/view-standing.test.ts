import { isEmpty, parseQuery } from '@vetrina/domain/query';
import { type SavedView, SILENT_VIEW } from '@vetrina/protocol/http/views';
import { expect, test } from 'vitest';
import { STANDARD_SORT } from '../visitors/view-address.ts';
import { movedView, STARTERS, standingOf } from './view-standing.ts';

const EVERYONE = { filter: 'all', query: '', sort: STANDARD_SORT } as const;
const CART = { ...EVERYONE, query: 'page:cart' };

function aView(name: string, shared = false): SavedView {
  const id = `vw${name.padEnd(22, '0')}` as SavedView['id'];
  return { id, name, color: 'teal', shared, asks: CART, owner: null, changedAt: 0, alert: SILENT_VIEW };
}

test('SV9: the list as it opens is nothing to save, on a desk as on a phone', () => {
  expect(standingOf(EVERYONE, null, true, 'all')).toBe('saved');
  expect(standingOf({ ...EVERYONE, filter: 'active' }, null, true, 'active')).toBe('saved');
  expect(standingOf(EVERYONE, null, true, 'active')).toBe('saved');
  expect(standingOf({ ...EVERYONE, filter: 'active' }, null, true, 'all')).toBe('new');
});

test('SV9: a view that was changed can be saved over by whoever may, and as a new one by everybody', () => {
  const other = { ...CART, sort: { column: 'online', direction: 'ascending' } } as const;
  expect(standingOf(CART, aView('cart'), true, 'all')).toBe('saved');
  expect(standingOf({ ...CART, query: ' page:cart ' }, aView('cart'), true, 'all')).toBe('saved');
  expect(standingOf(other, aView('cart'), true, 'all')).toBe('changed');
  expect(standingOf(other, aView('cart'), false, 'all')).toBe('strayed');
});

test('SV7: a view moves within its group, and not beyond its ends', () => {
  const [a, b, c, d] = [aView('a'), aView('b'), aView('c', true), aView('d', true)];
  const names = (views: readonly SavedView[]) => views.map(({ name }) => name).join('');
  expect(names(movedView([a, c, b, d], b.id, -1))).toBe('bacd');
  expect(names(movedView([a, b, c, d], b.id, 1))).toBe('abcd');
  expect(names(movedView([a, b, c, d], d.id, -1))).toBe('abdc');
});

test('SV9: every starter asks something', () => {
  for (const { query } of STARTERS) {
    const parsed = parseQuery(query);
    expect(isEmpty(parsed)).toBe(false);
    expect(parsed.words[0]?.asks.kind).not.toBe('text');
  }
});
