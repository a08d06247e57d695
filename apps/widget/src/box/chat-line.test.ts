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
