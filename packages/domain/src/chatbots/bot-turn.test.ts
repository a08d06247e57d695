import type { ConversationId, FlowBlockId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { begin } from '../conversation-step.ts';
import { type BotEffect, type BotState, newBotState, type Waits } from './bot-state.ts';
import { type BotPending, type BotPlace, emptyGreeting, takeTurn } from './bot-turn.ts';

const BOT = { who: 'automation', name: 'Bot', agent: null } as const;
const AT = 1_800_000_000_000;
const block = 'fb1' as FlowBlockId;
const moment = { at: AT, newId: () => 'server' as MessageId };

const waiting = (what: 'input' | 'time'): BotState => {
  const waits: Waits = what === 'input' ? { for: 'input' } : { for: 'time', until: AT + 5 };
  return { ...newBotState(1), doing: { is: 'at', block, waits } };
};

const conversation = (): BotPlace => {
  const beginning = { id: 'co1' as ConversationId, visitor: 'vi1' as VisitorId, group: null, page: null };
  const { next, entries } = begin({ ...beginning, offline: false, greeting: null }, 'automation', AT);
  return { in: 'conversation', step: { next: { ...next, automated: true }, entries } };
};
const greeting = (): BotPlace => ({ in: 'greeting', greeting: emptyGreeting('g' as MessageId, AT, BOT, true) });

const turn = (
  place: BotPlace,
  effects: readonly BotEffect[],
  state = waiting('input'),
  pending: BotPending | null = null,
) => takeTurn({ state, effects }, { place, pending }, BOT, moment);

const says = (text: string, replies: string[] = []): BotEffect => ({ do: 'say', text, replies, asks: null });

test('A7: in a conversation what it says are entries, under its name', () => {
  const { place } = turn(conversation(), [says('Hello'), { ...says('Your e-mail?'), asks: 'email' } as BotEffect]);
  expect(place).toMatchObject({
    step: {
      next: { lastMessage: { text: 'Your e-mail?', by: 'automation' }, teamMessages: 2 },
      entries: [{ sender: BOT, body: { text: 'Hello' } }, { body: { text: 'Your e-mail?', asks: 'email' } }],
    },
  });
});

test('A8: before the visitor has answered it is added to what waits for their answer', () => {
  const { place } = turn(greeting(), [says('Hello', ['Old']), says('What is it?', ['This', 'That'])]);
  expect(place).toMatchObject({
    greeting: { texts: ['Hello', 'What is it?'], replies: ['This', 'That'], automated: true },
  });
  const plain = turn(greeting(), [says('Hello', ['Old']), says('Bye')]);
  expect(plain.place.in === 'greeting' && 'replies' in plain.place.greeting).toBe(false);
});

test('A7: a bot that ends before it was answered leaves the answer to the team', () => {
  const over: BotState = { ...newBotState(1), doing: { is: 'over', because: 'finished' } };
  const { place } = turn(greeting(), [says('Hello'), { do: 'end', because: 'finished' }], over);
  expect(place).toMatchObject({ greeting: { texts: ['Hello'], automated: false } });
});

test('A7: nowhere nothing is said', () => {
  expect(turn({ in: 'nowhere' }, [says('Hello')]).place).toEqual({ in: 'nowhere' });
});

test('A7: what it waits for stays until it is another, and is nothing while it waits for its visitor', () => {
  const wait: BotPending = { do: 'wait', until: AT + 5 };
  expect(turn(conversation(), [wait], waiting('time')).pending).toEqual(wait);
  expect(turn(conversation(), [], waiting('time'), wait).pending).toEqual(wait);
  expect(turn(conversation(), [], waiting('input'), wait).pending).toBeNull();
});

test('A7: it is counted and learned from in the order of what happened', () => {
  const effects: BotEffect[] = [
    { do: 'count', block, what: 'entered' },
    { do: 'identify', as: 'email', value: 'vera@example.com' },
    { do: 'count', block, what: 'left', by: 'next' },
  ];
  const { counts, introductions } = turn(conversation(), effects);
  expect(counts.map(({ what }) => what)).toEqual(['entered', 'left']);
  expect(introductions).toMatchObject([{ value: 'vera@example.com' }]);
});
