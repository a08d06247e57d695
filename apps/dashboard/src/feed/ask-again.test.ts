import { expect, test } from 'vitest';
import type { AgentFeed } from './agent-feed.ts';
import { askInboxAgain, askListAgain } from './ask-again.ts';
import { EMPTY_FEED, type Feed, type FeedEvent, stepFeed } from './feed-state.ts';

/** A feed without a socket: the test says what the server does. */
function feed() {
  let now: Feed = { ...EMPTY_FEED, welcomed: true };
  const listeners = new Set<() => void>();
  const dispatch = (event: FeedEvent): void => {
    now = stepFeed(now, event).feed;
    for (const listener of listeners) listener();
  };
  const answers = (part: Partial<Feed>): void => {
    now = { ...now, ...part };
    for (const listener of listeners) listener();
  };
  const asked = {
    snapshot: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (view, range) => dispatch({ type: 'view', view, range }),
    watchInbox: (view) => dispatch({ type: 'chat', event: { type: 'inbox', view } }),
  } satisfies Partial<AgentFeed>;
  return { agent: asked as unknown as AgentFeed, answers, listeners, now: () => now };
}

const VIEW = { filter: 'all', query: '', sort: { column: 'status', direction: 'descending' } } as const;

test('N7: a list is fresh once the server answered the new question, not before', async () => {
  const { agent, answers, listeners, now } = feed();
  agent.watch(VIEW, { offset: 0, limit: 20 });
  answers({ isLive: true });
  const before = now().watch;
  const fresh = askListAgain(agent, new AbortController().signal);
  expect([now().watch, now().isLive]).toEqual([before + 1, false]);
  answers({ isLive: true });
  expect(await fresh).toBe(true);
  expect(listeners.size).toBe(0);
});

test('N7: who does not answer in time is said to be away', async () => {
  const { agent, listeners } = feed();
  agent.watchInbox({ folder: 'open', offset: 0, limit: 20 });
  const patience = new AbortController();
  const fresh = askInboxAgain(agent, patience.signal);
  patience.abort();
  expect(await fresh).toBe(false);
  expect(listeners.size).toBe(0);
});
