import type { AgentFeed } from './agent-feed.ts';
import type { Feed } from './feed-state.ts';

/** N7: asks for the list of visitors again, from nothing. @returns whether the answer came before `signal` lost patience */
export function askListAgain(feed: AgentFeed, signal: AbortSignal): Promise<boolean> {
  const { view, range } = feed.snapshot();
  feed.watch(view, range);
  const { watch } = feed.snapshot();
  return comesTrue(feed, (now) => now.watch >= watch && now.isLive, signal);
}

/** N7: the same for the inbox. */
export function askInboxAgain(feed: AgentFeed, signal: AbortSignal): Promise<boolean> {
  feed.watchInbox(feed.snapshot().chat.inbox.view);
  const { watch } = feed.snapshot().chat.inbox;
  return comesTrue(feed, ({ chat: { inbox } }) => inbox.watch >= watch && inbox.isLive, signal);
}

function comesTrue(feed: AgentFeed, test: (now: Feed) => boolean, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (came: boolean): void => {
      forget();
      signal.removeEventListener('abort', late);
      resolve(came);
    };
    const late = (): void => end(false);
    const forget = feed.subscribe(() => test(feed.snapshot()) && end(true));
    signal.addEventListener('abort', late);
    if (signal.aborted) end(false);
  });
}
