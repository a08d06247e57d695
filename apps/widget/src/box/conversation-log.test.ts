import type { Face, PublicEntry } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { type ConversationLog, EMPTY_LOG, hear } from './conversation-log.ts';
import { ANNA, CONVERSATION, idOf } from './fake-chat-server.ts';

const BRUNO: Face = { id: `ag${'B'.repeat(22)}` as AgentId, name: 'Bruno', photo: null };

const writes = (log: ConversationLog, agent: Face, body: PublicEntry['body'] = { kind: 'text', text: 'hello' }) => {
  const seq = log.entries.length + 1;
  const entry = { seq, id: idOf(`m${seq}`), at: seq, author: { who: 'agent', agent }, body } as const;
  return hear(log, { type: 'chat-entry', position: { conversation: CONVERSATION, lastSeq: seq, unread: 1 }, entry });
};
const names = (log: ConversationLog) => log.agents.map(({ name }) => name);

test('C1: the box shows who is on the conversation now: who joined, who writes, not who left', () => {
  const joined = writes(EMPTY_LOG, ANNA, { kind: 'joined' });
  expect(names(joined)).toEqual(['Anna']);
  const both = writes(writes(joined, BRUNO), ANNA);
  expect(names(both)).toEqual(['Anna', 'Bruno']);
  expect(names(writes(both, ANNA, { kind: 'left' }))).toEqual(['Bruno']);
});

test('C2: handed over, the conversation shows its new agent; another one changes nothing', () => {
  const log = writes(EMPTY_LOG, ANNA);
  const other = `co${'O'.repeat(22)}` as ConversationId;
  expect(names(hear(log, { type: 'chat-agents', conversation: CONVERSATION, agents: [BRUNO] }))).toEqual(['Bruno']);
  expect(hear(log, { type: 'chat-agents', conversation: other, agents: [BRUNO] })).toBe(log);
});

test('C2: a conversation that nobody is on any more, or that is reopened without its agents, waits like a new one', () => {
  const open = writes(EMPTY_LOG, ANNA, { kind: 'joined' });
  expect(open.state).toBe('open');
  expect(writes(open, ANNA, { kind: 'left' }).state).toBe('new');
  const reopened = writes(writes(open, ANNA, { kind: 'resolved' }), ANNA, { kind: 'reopened' });
  expect(reopened.state).toBe('open');
  const alone = hear(reopened, { type: 'chat-agents', conversation: CONVERSATION, agents: [] });
  expect(alone.state).toBe('new');
  expect(writes(alone, BRUNO).state).toBe('open');
});
