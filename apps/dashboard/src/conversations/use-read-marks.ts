import { useEffect, useRef, useState } from 'react';
import type { FollowedConversation } from '../feed/followed-conversation.ts';
import { useAgentFeed } from '../feed/use-feed.tsx';

/** What somebody looks at is read: told once for each newest entry, and only while this tab is in front. */
export function useReadMarks(followed: FollowedConversation | null): void {
  const feed = useAgentFeed();
  const isInFront = useIsInFront();
  const told = useRef(0);
  const last = followed?.state === 'live' ? (followed.entries.at(-1)?.seq ?? 0) : 0;
  const id = followed?.id;
  const unread = followed?.summary?.unread ?? 0;
  useEffect(() => {
    if (!feed || !id || !isInFront || last === 0) return;
    if (last <= told.current && unread === 0) return;
    told.current = last;
    feed.read(id, last);
  }, [feed, id, isInFront, last, unread]);
}

function isInFrontNow(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** Whether somebody can be looking at this tab. */
export function useIsInFront(): boolean {
  const [isInFront, setInFront] = useState(isInFrontNow);
  useEffect(() => {
    const look = (): void => setInFront(isInFrontNow());
    const signs = ['focus', 'blur'] as const;
    for (const sign of signs) window.addEventListener(sign, look);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      for (const sign of signs) window.removeEventListener(sign, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return isInFront;
}
