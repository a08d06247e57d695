import { agentId, conversationId, tagId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { EMPTY_SEARCH, type InboxAddress, isConversationId, periodOf, readInbox, writeInbox } from './inbox-address.ts';

const ADDRESS: InboxAddress = {
  folder: 'resolved',
  card: true,
  search: {
    text: 'late parcel',
    agent: agentId.parse(`ag${'a'.repeat(22)}`),
    tag: tagId.parse(`tg${'b'.repeat(22)}`),
    rating: 5,
    page: '/cart',
    from: '2026-11-01',
    to: '2026-11-22',
  },
};

test('C2: an address is read as it was written, and the standard view has none', () => {
  expect(readInbox({ ...writeInbox(ADDRESS) })).toEqual(ADDRESS);
  expect(writeInbox({ folder: 'open', search: EMPTY_SEARCH, card: false })).toEqual({});
});

test('C2: what an address says by mistake is left out', () => {
  const read = readInbox({ folder: 'spam', agent: 'x', tag: 7, rating: '4', from: 'yesterday', q: ['a'] });
  expect(read).toEqual({ folder: 'open', search: EMPTY_SEARCH, card: false });
});

test('C2: conversation ids in addresses are what the protocol says they are', () => {
  const id = `co${'a'.repeat(22)}`;
  for (const word of [id, `${id}x`, `vi${'a'.repeat(22)}`, '', null, 7]) {
    expect(isConversationId(word)).toBe(conversationId.safeParse(word).success);
  }
});

test('C4: a period is whole days', () => {
  const { from = 0, to = 0 } = periodOf({ from: '2026-11-22', to: '2026-11-22' });
  expect(to - from).toBe(24 * 60 * 60_000 - 1);
  expect(periodOf({ from: '2026-13-45', to: '' })).toEqual({});
});
