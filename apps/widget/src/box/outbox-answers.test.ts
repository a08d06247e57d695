import type { PublicEntry } from '@vetrina/protocol/conversation';
import { expect, test } from 'vitest';
import { EMPTY_LOG } from './conversation-log.ts';
import { ANNA, CONVERSATION, idOf } from './fake-chat-server.ts';
import { isFirstMessage } from './outbox-answers.ts';

const form: PublicEntry['body'] = { kind: 'contact', name: 'Vera', email: null, phone: null };
const words: PublicEntry['body'] = { kind: 'text', text: 'Hello' };
const entry = (seq: number, body: PublicEntry['body'], who: 'visitor' | 'agent' = 'visitor'): PublicEntry => ({
  ...{ seq, id: idOf(`m${seq}`), at: seq, body },
  author: who === 'agent' ? { who, agent: ANNA } : { who },
});

test.each([
  [true, 'the first there is', [entry(1, words)], 1],
  [true, 'the first after the form', [entry(1, form), entry(2, words)], 2],
  [false, 'the second', [entry(1, words), entry(2, words)], 2],
  [false, 'an answer', [entry(1, words, 'agent'), entry(2, words)], 2],
  [false, 'behind what this page has not got', [entry(4, words)], 4],
  [false, 'not in the log', [], 1],
])('I1: a message began the conversation: %s for one that is %s', (began, _what, entries, seq) => {
  expect(isFirstMessage({ ...EMPTY_LOG, conversation: CONVERSATION, entries }, idOf(`m${seq}`))).toBe(began);
});
