import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RHYTHM } from '@vetrina/protocol/limits';
import { memo, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import type { FollowedConversation } from '../feed/followed-conversation.ts';
import { useChat } from '../feed/use-feed.tsx';
import { isAtLeast } from '../settings/roles.ts';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import classes from './conversation-log.module.css';
import { EventLine } from './event-line.tsx';
import { type LogLine, lastSeen, logLines, recallers } from './log-lines.ts';
import { MessageGroup } from './message-line.tsx';
import { PendingLines } from './pending-lines.tsx';
import type { TalkFacts } from './talk-facts.ts';
import { usePending } from './use-conversation.ts';
import { useFreshFiles } from './use-fresh-files.ts';
import { useLogScroll } from './use-log-scroll.ts';

const dayOf = (at: number): string => new Date(at).toDateString();

/** C2: everything that was said and done, the latest at the end. */
export function ConversationLog({ followed }: { followed: FollowedConversation }) {
  const { t } = useTranslation();
  const pending = usePending(followed);
  const { entries, typing } = followed;
  const facts = useTalkFacts(followed);
  const lines = useMemo(() => logLines(entries, dayOf), [entries]);
  const scroll = useLogScroll(followed.id, entries, `${pending.length} ${typing?.text.length ?? -1}`);
  return (
    <div className={classes.frame}>
      <div
        ref={scroll.box}
        className={classes.scroller}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        role="log"
        aria-label={t('conversations.log.label')}
      >
        {scroll.hasOlder && (
          <div className={classes.older}>{scroll.isFetching && <Loader size="sm" aria-label={t('ui.loading')} />}</div>
        )}
        {facts && lines.map((line) => <Line key={keyOf(line)} line={line} facts={facts} />)}
        <PendingLines queue={pending} />
        {typing && facts && <TypingLine key={typing.at} text={typing.text} name={facts.visitorTitle} />}
      </div>
      {scroll.news > 0 && (
        <button type="button" className={classes.pill} onClick={scroll.toEnd}>
          <Icon name="down" size={16} />
          {t('conversations.log.news', { count: scroll.news, number: scroll.news })}
        </button>
      )}
    </div>
  );
}

function useTalkFacts(followed: FollowedConversation): TalkFacts | null {
  const { id, entries, marks, summary } = followed;
  const { t } = useTranslation();
  const me = useChat((chat) => chat.me);
  const role = useQuery(queries.session).data?.agent.role ?? 'agent';
  const titleOf = useVisitorTitle();
  const links = useFreshFiles(followed);
  // Of the summary only what lines say: it comes anew with every change of the conversation.
  const visitor = summary?.visitor.id ?? null;
  const visitorName = summary?.visitor.name ?? null;
  const visitorTitle = summary ? titleOf(summary.visitor) : '';
  const visitorReadSeq = marks.visitor;
  return useMemo(
    () =>
      visitor === null
        ? null
        : {
            conversation: id,
            me,
            mayRecallOthers: isAtLeast(role, 'admin'),
            visitor,
            visitorName,
            visitorTitle,
            system: t('conversations.log.system'),
            visitorReadSeq,
            lastSeen: lastSeen(entries, visitorReadSeq)?.id ?? null,
            recallers: recallers(entries),
            links,
          },
    [id, entries, visitorReadSeq, visitor, visitorName, visitorTitle, me, role, links, t],
  );
}

function keyOf(line: LogLine): string {
  switch (line.line) {
    case 'day':
      return `day ${line.at}`;
    case 'event':
      return line.entry.id;
    case 'messages':
      return line.entries[0]?.id ?? '';
  }
}

/** A visitor who types changes the log's foot many times a minute; what stands above it is not drawn again. */
const Line = memo(function Line({ line, facts }: { line: LogLine; facts: TalkFacts }) {
  switch (line.line) {
    case 'day':
      return <DayLine at={line.at} />;
    case 'event':
      return <EventLine entry={line.entry} facts={facts} />;
    case 'messages':
      return <MessageGroup line={line} facts={facts} />;
  }
});

function DayLine({ at }: { at: number }) {
  const format = useFormat();
  const now = useNow();
  return (
    <div className={classes.day}>
      <span>{format.day(at, now)}</span>
    </div>
  );
}

/** What the visitor is writing right now; goes by itself when no more is heard of it. */
function TypingLine({ text, name }: { text: string; name: string }) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), RHYTHM.typing);
    return () => clearTimeout(timer);
  }, []);
  if (isOver) return null;
  return (
    // Read out it would talk over everything: the log itself announces what is said in the end.
    <div className={classes.typing} aria-live="off">
      <Icon name="typing" size={16} />
      <span>{t('conversations.log.typing', { name })}</span>
      {text !== '' && <q>{text}</q>}
    </div>
  );
}
