import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConversationLog } from '../conversation-log.ts';
import { isFromTeam } from '../message-groups.ts';

interface Scrolled {
  readonly log: ConversationLog;
  /** Own messages on their way: sending one brings the list to its end. */
  readonly sent: number;
  older(): void;
}

/** So near the end counts as being there, px; so near the beginning older messages are asked for. */
const NEAR_END = 60;
const NEAR_START = 120;

/**
 * Stays at the end while the visitor is there; else stays where they read, counts what came meanwhile, and keeps the place
 * when older messages are put above.
 */
export function useScroll(w: Window & typeof globalThis, { log, sent, older }: Scrolled) {
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef({ first: 0, height: 0, sent: 0 });
  const [seenTo, setSeenTo] = useState(0);
  const end = log.entries.at(-1)?.seq ?? 0;
  const first = log.entries[0]?.seq ?? 0;

  const toEnd = (): void => {
    atEnd.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setSeenTo(end);
  };

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const was = before.current;
    if (sent > was.sent) atEnd.current = true;
    if (!atEnd.current && was.first > first && first > 0) box.scrollTop += box.scrollHeight - was.height;
    if (atEnd.current) toEnd();
    before.current = { first, height: box.scrollHeight, sent };
  }, [first, end, sent]);

  useStayAtEnd(w, content, scroller, atEnd);

  return {
    scroller,
    content,
    toEnd,
    unseen: atEnd.current ? 0 : log.entries.filter((entry) => entry.seq > seenTo && isFromTeam(entry)).length,
    onScroll(): void {
      const box = scroller.current;
      if (!box) return;
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
      before.current.height = box.scrollHeight;
      if (atEnd.current) setSeenTo(end);
      if (box.scrollTop < NEAR_START) older();
    },
  };
}

/** Pictures that come late, typing dots, a keyboard that opens: the end stays in sight through all of them. */
function useStayAtEnd(
  w: Window & typeof globalThis,
  content: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  atEnd: RefObject<boolean>,
): void {
  useEffect(() => {
    const observer = new w.ResizeObserver(() => {
      if (atEnd.current && scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
    });
    for (const { current } of [content, scroller]) if (current) observer.observe(current);
    return () => observer.disconnect();
  }, []);
}
