import { begin } from '@vetrina/domain/conversation-step';
import { conversationSummary } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId, TagId, VisitorId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import { showSummary } from './show-summary.ts';

const id = `co${'1'.repeat(22)}` as ConversationId;
const anna = `vi${'a'.repeat(22)}` as VisitorId;
const marta = `ag${'m'.repeat(22)}` as AgentId;
const tag = `tg${'t'.repeat(22)}` as TagId;

const { next } = begin(
  { id, visitor: anna, group: 'sales', page: null, offline: false, greeting: null },
  'visitor',
  10,
);
const conversation = { ...next, agents: [marta], tags: [tag], state: 'open', visitorMessages: 3, lastSeq: 5 } as const;
const visitor = {
  ...{ id: anna, number: 7, name: 'Anna', email: null, country: 'IT' },
  ...{ online: true, typing: false, blocked: false },
};
const face = (agent: AgentId) => ({ id: agent, name: 'Marta', photo: null });

it('C2: a row of the inbox is the conversation, its visitor, and what this agent has not read', () => {
  const shown = showSummary(conversation, visitor, { seq: 2, visitorMessages: 2 }, face);
  expect(conversationSummary.parse(shown)).toEqual(shown);
  expect(shown).toMatchObject({
    id,
    visitor,
    state: 'open',
    unread: 1,
    agents: [face(marta)],
    tags: [tag],
    lastSeq: 5,
  });
  expect(showSummary(conversation, visitor, null, face).unread).toBe(3);
});
