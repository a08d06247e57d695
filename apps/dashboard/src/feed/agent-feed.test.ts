import { CLOSE } from '@vetrina/protocol/close-codes';
import { fakeSocketEnv } from '@vetrina/socket/fake-socket-env';
import { expect, test, vi } from 'vitest';
import { openAgentFeed } from './agent-feed.ts';
import { randomMessageId } from './random-id.ts';

const LONG = 3_600_000;

function feedWith(ticket: () => Promise<string | null>) {
  const env = fakeSocketEnv();
  const turnedAway = vi.fn();
  const feed = openAgentFeed({
    env,
    turnedAway,
    ticket: vi.fn(ticket),
    address: 'wss://here/ws/agent',
    outbox: { load: async () => [], keep: async () => undefined, forget: async () => undefined },
    newMessageId: randomMessageId,
    accountChanged: () => undefined,
  });
  return { env, feed, turnedAway };
}

test('T1: a session that ended while the machine slept ends the feed, which does not knock again', async () => {
  const tickets = ['ticket', null];
  const { env, feed, turnedAway } = feedWith(async () => tickets.shift() ?? null);
  await vi.waitFor(() => expect(env.wires).toHaveLength(1));
  env.wire().opened();
  env.wire().closed(1006, '');
  env.pass(LONG);
  await vi.waitFor(() => expect(turnedAway).toHaveBeenCalledOnce());
  env.pass(LONG);
  expect(env.wires).toHaveLength(1);
  expect(feed.snapshot().line.is).toBe('ended');
  expect([env.pendingTimers(), env.watchers()]).toEqual([0, 0]);
});

test('T1: who is signed out is turned away at once', async () => {
  const { env, turnedAway } = feedWith(async () => 'ticket');
  await vi.waitFor(() => expect(env.wires).toHaveLength(1));
  env.wire().opened();
  env.wire().closed(CLOSE.signedOut.code, CLOSE.signedOut.reason);
  expect(turnedAway).toHaveBeenCalledOnce();
});

test('T1: a server that was not reached turns nobody away', async () => {
  const { env, turnedAway } = feedWith(() => Promise.reject(new Error('offline')));
  await vi.waitFor(() => expect(env.pendingTimers()).toBe(1));
  await Promise.resolve();
  expect(turnedAway).not.toHaveBeenCalled();
});
