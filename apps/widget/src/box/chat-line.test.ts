import type { FromBox } from '@vetrina/protocol/from-visitor';
import type { ConversationId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { ChatLine } from './chat-line.ts';
import { EMPTY_LOG } from './conversation-log.ts';
import { ANNA, CONVERSATION, idOf } from './fake-chat-server.ts';

const LATER = `co${'L'.repeat(22)}` as ConversationId;

function chatLine() {
  const clock = new FakeClock();
  const sent: FromBox[] = [];
  const chat = new ChatLine(EMPTY_LOG, {
    env: clock,
    send: (frame) => sent.push(frame) > 0,
    changed: () => undefined,
    typing: () => undefined,
    fetchingOlder: () => undefined,
  });
  return {
    clock,
    sent,
    chat,
    /** Anna writes the entries `from` to `to` of a conversation. */
    teamWrites(conversation: ConversationId, from: number, to: number): void {
      for (let seq = from; seq <= to; seq += 1) {
        chat.hear({
          type: 'chat-entry',
          position: { conversation, lastSeq: seq, unread: seq },
          entry: {
            ...{ seq, id: idOf(`${conversation.slice(2, 4)}${seq}`), at: seq, author: { who: 'agent', agent: ANNA } },
            body: { kind: 'text', text: 'hello' },
          },
        });
      }
    },
  };
}

test('C4: what was read is told once, with its conversation; the next one counts from one again', () => {
  const { chat, sent, teamWrites } = chatLine();
  teamWrites(CONVERSATION, 1, 3);
  chat.read();
  chat.read();
  teamWrites(LATER, 1, 1);
  chat.read();
  expect(sent).toEqual([
    { type: 'read', conversation: CONVERSATION, seq: 3 },
    { type: 'read', conversation: LATER, seq: 1 },
  ]);
});

test('C7: after a block was lifted the box asks for what was said meanwhile, even if its last question is unanswered', () => {
  const { chat, sent, teamWrites } = chatLine();
  const boxIs = (state: 'online' | 'hidden') => chat.hear({ type: 'box', box: { state, agents: [], chatting: true } });
  teamWrites(CONVERSATION, 1, 2);
  boxIs('online');
  expect(sent).toEqual([]);
  boxIs('hidden');
  chat.refresh(1);
  boxIs('online');
  expect(sent).toEqual([
    { type: 'resume-chat', conversation: CONVERSATION, after: 0 },
    { type: 'resume-chat', conversation: CONVERSATION, after: 2 },
  ]);
});
