import { Skeleton } from '@mantine/core';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import type { LiveFolder } from '@vetrina/protocol/messages/inbox';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askInboxAgain } from '../feed/ask-again.ts';
import { useAgentFeed, useChat } from '../feed/use-feed.tsx';
import { DeedNote, useDeedNote } from '../ui/deed-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { patience } from '../ui/patience.ts';
import { PullMark } from '../ui/pull-mark.tsx';
import { type SwipeDeed, SwipeRow } from '../ui/swipe-row.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { usePull } from '../ui/use-pull.ts';
import type { InboxWords } from './inbox-address.ts';
import classes from './inbox-list.module.css';
import { InboxPager } from './inbox-pager.tsx';
import { PAGE } from './inbox-pages.ts';
import { InboxRow } from './inbox-row.tsx';
import { useRowSwipes } from './use-row-swipes.ts';

interface InboxListProps {
  folder: LiveFolder;
  open: ConversationId | null;
  search: InboxWords;
  box: RefObject<HTMLUListElement | null>;
}

/** C2: a live folder, page by page. A screen is sent its window, never the whole inbox. */
export function InboxList({ folder, open, search, box }: InboxListProps) {
  const feed = useAgentFeed();
  const [offset, setOffset] = useState(0);
  const inbox = useChat((chat) => chat.inbox);
  const notes = useDeedNote();
  const swipes = useRowSwipes(notes);
  useEffect(() => feed?.watchInbox({ folder, offset, limit: PAGE }), [feed, folder, offset]);
  useEffect(() => () => feed?.watchInbox(null), [feed]);

  const window = inbox.window?.folder === folder ? inbox.window : null;
  const isAnswered = inbox.isLive && inbox.view?.offset === offset;
  useEffect(() => {
    // The folder became so short that all of it is shown: should it grow again, it is read from its top.
    if (isAnswered && window?.offset === 0) setOffset(0);
  }, [isAnswered, window?.offset]);
  if (!window) return <InboxBones />;
  if (window.total === 0) return inbox.isLive ? <EmptyFolder folder={folder} /> : <InboxBones />;
  const turnTo = (next: number): void => {
    setOffset(next);
    box.current?.scrollTo({ top: 0 });
  };
  return (
    <>
      <InboxRows
        conversations={window.conversations}
        open={open}
        search={search}
        box={box}
        isStale={!inbox.isLive}
        swipes={swipes}
        onPulled={async () => feed !== null && askInboxAgain(feed, patience())}
      />
      <InboxPager window={window} onPage={turnTo} />
      <DeedNote notes={notes} />
    </>
  );
}

interface InboxRowsProps {
  conversations: readonly ConversationSummary[];
  open: ConversationId | null;
  search: InboxWords;
  box: RefObject<HTMLUListElement | null>;
  isStale?: boolean;
  /** N6: what pulling a row aside does. */
  swipes?: (summary: ConversationSummary) => { left: SwipeDeed | null; right: SwipeDeed | null };
  /** N7: pulled down, the rows are asked for again. */
  onPulled: () => Promise<boolean>;
  children?: ReactNode;
}

/**
 * The rows, walked with the arrows; Enter opens the one with the focus. Only one is in the order of focus, or the Tab key
 * would need two hundred presses to what stands below.
 */
export function InboxRows(props: InboxRowsProps) {
  const { conversations, open, search, box, isStale = false, swipes, children } = props;
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const pull = usePull(box, isPhone, props.onPulled);
  const tabStop = conversations.find(({ id }) => id === open) ?? conversations[0];
  const rowOf = (summary: ConversationSummary): ReactNode => (
    <InboxRow summary={summary} search={search} isOpen={summary.id === open} isTabStop={summary === tabStop} />
  );
  return (
    <>
      <PullMark state={pull} />
      <ul
        ref={box}
        aria-label={t('conversations.title')}
        className={classes.rows}
        data-stale={isStale || undefined}
        onKeyDown={walk}
      >
        {conversations.map((summary) => (
          <li key={summary.id}>
            {isPhone && swipes ? <SwipeRow {...swipes(summary)}>{rowOf(summary)}</SwipeRow> : rowOf(summary)}
          </li>
        ))}
        {children}
      </ul>
    </>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = rows.findIndex((row) => row.matches(':focus'));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  rows[Math.min(Math.max(0, next), rows.length - 1)]?.focus();
}

function EmptyFolder({ folder }: { folder: LiveFolder }) {
  const { t } = useTranslation();
  return (
    <div className={classes.empty} role="status">
      <Icon name={folder === 'new' ? 'check' : 'chatting'} size={28} />
      <strong>{t(`conversations.empty.${folder}.title`)}</strong>
      <p>{t(`conversations.empty.${folder}.text`)}</p>
    </div>
  );
}

export function InboxBones() {
  const { t } = useTranslation();
  return (
    <div className={classes.bones} aria-busy="true">
      <span className="visually-hidden">{t('ui.loading')}</span>
      {['70%', '45%', '60%', '50%', '65%', '40%'].map((width) => (
        <div key={width} className={classes.bone}>
          <Skeleton height={40} circle />
          <div>
            <Skeleton height={12} width="40%" />
            <Skeleton height={12} width={width} />
          </div>
        </div>
      ))}
    </div>
  );
}
