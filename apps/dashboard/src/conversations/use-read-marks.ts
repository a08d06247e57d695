import { useEffect, useRef, useState } from 'react';
import type { FollowedConversation } from '../feed/followed-conversation.ts';
import { useAgentFeed } from '../feed/use-feed.tsx';
import { NOTHING_READ, readOn } from './reading.ts';

/** What somebody looks at is read, until they mark it unread. For one conversation: another one is another component's. */
export function useReadMarks(followed: FollowedConversation | null): void {
  const feed = useAgentFeed();
  const isInFront = useIsInFront();
  const reading = useRef(NOTHING_READ);
  const id = followed?.id;
  const isLive = followed?.state === 'live';
  const last = followed?.entries.at(-1)?.seq ?? 0;
  const lastSeq = followed?.summary?.lastSeq ?? 0;
  const unread = followed?.summary?.unread ?? 0;
  useEffect(() => {
    if (!feed || !id) return;
    const step = readOn(reading.current, { isLive, isInFront, last, lastSeq, unread });
    reading.current = step.reading;
    if (step.read !== null) feed.read(id, step.read);
  }, [feed, id, isInFront, isLive, last, lastSeq, unread]);
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
