import { conversationId } from '@vetrina/protocol/ids';
import { type ToAgent, toAgent } from '@vetrina/protocol/to-agent';
import { expect, test } from 'vitest';
import { type ChatEvent, type ChatFeed, EMPTY_CHAT, hearChat, loseChat, stepChat } from './chat-feed.ts';

const ID = conversationId.parse(`co${'a'.repeat(22)}`);
const WELCOME = toAgent.parse({
  type: 'welcome',
  protocol: 3,
  account: `ac${'a'.repeat(22)}`,
  agent: `ag${'a'.repeat(22)}`,
  epoch: 'e',
  serverTime: 5_000,
});

const asked = (chat: ChatFeed, event: ChatEvent): ChatFeed => stepChat(chat, event).chat;
const heard = (chat: ChatFeed, frame: ToAgent): ChatFeed => hearChat(chat, frame, 1_000).chat;

function inbox(watch: number, total = 0, offset = 0): ToAgent {
  return { type: 'inbox', watch, folder: 'open', offset, total, conversations: [] };
}

const VIEW: ChatEvent = { type: 'inbox', view: { folder: 'open', offset: 0, limit: 50 } };
const FOLLOW: ChatEvent = { type: 'follow-conversation', conversation: ID };

test('C2: a folder is asked for once, and patched from then on', () => {
  const { chat, say } = stepChat(EMPTY_CHAT, VIEW);
  expect(say).toEqual([{ type: 'watch-inbox', watch: 1, folder: 'open', offset: 0, limit: 50 }]);
  expect(stepChat(chat, VIEW).say).toEqual([]);
  const live = heard(chat, inbox(1, 3));
  const patched = heard(live, { type: 'inbox-patch', watch: 1, offset: 0, total: 2, gone: [], put: [] });
  expect(patched.inbox.window?.total).toBe(2);
});

test('C2: answers and patches of an older watch are dropped', () => {
  const chat = asked(asked(EMPTY_CHAT, VIEW), { type: 'inbox', view: { folder: 'mine', offset: 0, limit: 50 } });
  expect(heard(chat, inbox(1, 9)).inbox.window).toBeNull();
  const patch: ToAgent = { type: 'inbox-patch', watch: 1, offset: 0, total: 9, gone: [], put: [] };
  expect(heard(chat, patch).inbox.window).toBeNull();
});

test('C2: another page is asked for by where it begins, and says where it did', () => {
  const first = heard(asked(EMPTY_CHAT, VIEW), inbox(1, 90));
  const { chat, say } = stepChat(first, { type: 'inbox', view: { folder: 'open', offset: 50, limit: 50 } });
  expect(say).toEqual([{ type: 'watch-inbox', watch: 2, folder: 'open', offset: 50, limit: 50 }]);
  expect(chat.inbox.window?.offset).toBe(0);
  const second = heard(chat, inbox(2, 90, 40));
  expect(second.inbox.window?.offset).toBe(40);
  const shorter: ToAgent = { type: 'inbox-patch', watch: 2, offset: 38, total: 88, gone: [], put: [] };
  expect(heard(second, shorter).inbox.window).toMatchObject({ offset: 38, total: 88 });
});

test('C2: the last rows stay while the line is down, and are asked for again after it', () => {
  const down = loseChat(heard(asked(EMPTY_CHAT, VIEW), inbox(1, 3)));
  expect(down.inbox.window?.total).toBe(3);
  expect(down.inbox.isLive).toBe(false);
  expect(hearChat(down, WELCOME, 0).say).toMatchObject([{ type: 'watch-inbox', watch: 2 }]);
});

test('C3: the conversation on screen is resumed from where it was after a reconnect', () => {
  const followed = asked(EMPTY_CHAT, FOLLOW);
  expect(hearChat(loseChat(followed), WELCOME, 0).say).toEqual([
    { type: 'follow-conversation', conversation: ID, after: 0 },
  ]);
});

test('C2: a conversation that is not this agent’s to see is said to be unknown', () => {
  const frame: ToAgent = { type: 'conversation-followed', conversation: ID, found: null };
  expect(heard(asked(EMPTY_CHAT, FOLLOW), frame).conversation?.state).toBe('unknown');
});
