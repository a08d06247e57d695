import { useEffect } from 'react';
import { useChat } from '../feed/use-feed.tsx';
import { badgedIcon, badgedTitle } from './unread-badge.ts';

/** Conversations that wait for this agent: new ones and their own, with something unread. */
export function useUnread(): number {
  return useChat(({ inbox: { counts } }) => (counts ? counts.new.unread + counts.mine.unread : 0));
}

/** C8: the badge in the tab's title and icon, and on the app's; kept through every change of screen. */
export function useUnreadBadge(): void {
  const unread = useUnread();
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = badgedIcon(unread);
    const title = (): void => {
      const wanted = badgedTitle(document.title, unread);
      if (document.title !== wanted) document.title = wanted;
    };
    title();
    // Without an installed app some browsers refuse, others have no such thing.
    void navigator.setAppBadge?.(unread).catch(() => undefined);
    const screens = new MutationObserver(title);
    screens.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => screens.disconnect();
  }, [unread]);
}
