import { LIMITS } from '@vetrina/protocol/limits';
import type { InboxWindow } from '@vetrina/protocol/messages/inbox';

/** How many conversations of a folder a screen is sent at once. */
export const PAGE = LIMITS.inboxRows;

/** Which part of its folder a window shows, counted from 1, and where the pages beside it begin; null: there is none. */
export interface InboxPage {
  readonly from: number;
  readonly to: number;
  readonly previous: number | null;
  readonly next: number | null;
}

/**
 * The page that a window is; null where it shows the whole folder. A window is counted as it came: the folder lives, and
 * whoever looks at the end of one that has become shorter is shown its end.
 */
export function pageOf({
  offset,
  total,
  conversations: { length },
}: Pick<InboxWindow, 'offset' | 'total' | 'conversations'>): InboxPage | null {
  if (length >= total) return null;
  const to = offset + length;
  return {
    from: offset + 1,
    to,
    previous: offset === 0 ? null : Math.floor((offset - 1) / PAGE) * PAGE,
    next: to < total ? to : null,
  };
}
