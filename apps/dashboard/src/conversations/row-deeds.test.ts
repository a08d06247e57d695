import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { AgentId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { rowDeeds } from './row-deeds.ts';

const ME = 'agmarco00000000000000000' as AgentId;
const mine = { agents: [{ id: ME }] } as unknown as Pick<ConversationSummary, 'agents'>;

function talk(part: Partial<ConversationSummary>): ConversationSummary {
  return { state: 'new', agents: [], automated: false, unread: 0, ...part } as unknown as ConversationSummary;
}

test('N6: right joins what nobody of mine holds, and resolves what I hold', () => {
  expect(rowDeeds(talk({}), ME).next).toBe('join');
  expect(rowDeeds(talk({ state: 'open', ...mine }), ME).next).toBe('resolve');
  expect(rowDeeds(talk({ automated: true }), ME).next).toBe('resolve');
});

test('N6: left marks as unread what is read', () => {
  expect(rowDeeds(talk({ unread: 2 }), ME).markUnread).toBe(false);
  expect(rowDeeds(talk({ state: 'open', ...mine }), ME).markUnread).toBe(true);
});

test('N6: a resolved conversation lies still', () => {
  expect(rowDeeds(talk({ state: 'resolved' }), ME)).toEqual({ next: null, markUnread: false });
});
