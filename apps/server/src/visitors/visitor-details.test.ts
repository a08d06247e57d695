import type { TrailPage } from '@vetrina/protocol/visitor-details';
import { expect, test } from 'vitest';
import type { Stay } from './stay.ts';
import { trailOf } from './visitor-details.ts';

const pageAt = (at: number, endedAt: number | null) =>
  ({ id: `pv${at}`, url: '', title: '', at, endedAt }) as TrailPage;
const showing = (...pages: readonly TrailPage[]) =>
  ({ tabs: pages.map(({ id }) => ({ page: { savedAs: id } })) }) as unknown as Stay;
const endings = (pages: readonly TrailPage[]) => pages.map(({ endedAt }) => endedAt);

test('V7: a page that a crash never saved as left is not open for ever', () => {
  const [home, cart, pay] = [pageAt(10, null), pageAt(20, null), pageAt(30, null)];
  const stored = { trail: [home, cart, pay], visitor: { lastSeenAt: 40 } };
  expect(endings(trailOf(stored, showing(pay)))).toEqual([20, 30, null]);
  expect(endings(trailOf(stored, showing(cart, pay)))).toEqual([20, null, null]);
  expect(endings(trailOf(stored, undefined))).toEqual([20, 30, 40]);
});

test('V7: a page that was left was left when it is saved so', () => {
  const stored = { trail: [pageAt(10, 15), pageAt(20, null)], visitor: { lastSeenAt: 5 } };
  expect(endings(trailOf(stored, undefined))).toEqual([15, 20]);
});
