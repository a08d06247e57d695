import { conversationId, messageId } from '@vetrina/protocol/ids';
import type { AgentSay } from '@vetrina/protocol/messages/say';
import { fakeSocketEnv } from '@vetrina/socket/fake-socket-env';
import { expect, test, vi } from 'vitest';
import { openOutboxPost } from './outbox-post.ts';

/** Longer than anybody waits for an answer, shorter than two such waits, ms. */
const LONG = 30_000;
const ID = messageId.parse('m'.repeat(22));
const CONVERSATION = conversationId.parse(`co${'a'.repeat(22)}`);

/** One message on its way, over a line that is up. */
async function postWithOneUnderWay() {
  const env = fakeSocketEnv();
  const sent: AgentSay[] = [];
  const post = openOutboxPost({
    ...env,
    store: { load: async () => [], keep: async () => undefined, forget: async () => undefined },
    newId: () => ID,
    send: (frame) => sent.push(frame),
    changed: () => undefined,
  });
  post.hear({ type: 'welcome' } as Parameters<typeof post.hear>[0]);
  post.put({
    to: { to: 'conversation', conversation: CONVERSATION },
    audience: 'everyone',
    saying: { kind: 'text', text: 'Hello' },
  });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  return { env, post, sent };
}

test('C3: a message that a limit of the server dropped is sent again after a while', async () => {
  const { env, sent } = await postWithOneUnderWay();
  env.pass(LONG);
  expect(sent.map(({ id }) => id)).toEqual([ID, ID]);
});

test('C3: an answered message is not asked about again', async () => {
  const { env, post, sent } = await postWithOneUnderWay();
  post.hear({ type: 'said', id: ID, conversation: CONVERSATION, seq: 1, at: 0 });
  env.pass(LONG);
  expect(sent).toHaveLength(1);
  expect(env.pendingTimers()).toBe(0);
});

test('C3: a post that is closed waits for nothing', async () => {
  const { env, post } = await postWithOneUnderWay();
  post.close();
  expect(env.pendingTimers()).toBe(0);
});
