import { Link } from '@tanstack/react-router';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { STEP } from '../ui/use-step-back.ts';
import { Avatar } from '../visitors/avatar.tsx';
import { ClaimMark } from '../visitors/claims.tsx';
import { UnreadCount } from '../visitors/unread-count.tsx';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { BotMark } from './bot-note.tsx';
import type { InboxWords } from './inbox-address.ts';
import { AgentFaces } from './inbox-face.tsx';
import classes from './inbox-row.module.css';
import { RatingMark } from './rating-mark.tsx';
import { TagChips } from './tag-chips.tsx';

interface InboxRowProps {
  summary: ConversationSummary;
  search: InboxWords;
  isOpen: boolean;
  /** Where the Tab key enters the list. */
  isTabStop: boolean;
}

/** One conversation in the list: who, what was said last and when, who holds it, how long somebody waits. */
export const InboxRow = memo(function InboxRow({ summary, search, isOpen, isTabStop }: InboxRowProps) {
  const titleOf = useVisitorTitle();
  const { visitor, tags, agents, automated, waitingSince } = summary;
  const isWaiting = waitingSince !== null && summary.state !== 'resolved';
  // C2.15: nobody has to read what a chatbot answers.
  const unread = automated ? 0 : summary.unread;
  return (
    <Link
      to="/conversations/{-$conversation}"
      params={{ conversation: summary.id }}
      search={search}
      state={STEP}
      className={classes.row}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      data-unread={unread > 0 || undefined}
      data-conversation={summary.id}
    >
      <span className={classes.avatar} data-online={visitor.online || undefined}>
        <Avatar id={visitor.id} name={visitor.name} size={40} />
      </span>
      <span className={classes.top}>
        <span className={classes.name}>{titleOf(visitor)}</span>
        <PresenceWord summary={summary} />
        <Age at={summary.lastMessage?.at ?? summary.createdAt} />
      </span>
      <span className={classes.bottom}>
        <LastLine summary={summary} />
        <ClaimMark visitor={visitor.id} />
        <AgentFaces faces={agents} />
        <UnreadCount count={unread} />
      </span>
      {(automated || tags.length > 0 || isWaiting || summary.rating !== null) && (
        <span className={classes.extras}>
          {automated && <BotMark />}
          {isWaiting && <Waiting since={waitingSince} />}
          {summary.rating !== null && <RatingMark rating={summary.rating} />}
          <TagChips tags={tags} />
        </span>
      )}
    </Link>
  );
});

function PresenceWord({ summary: { visitor } }: { summary: ConversationSummary }) {
  const { t } = useTranslation();
  return (
    <>
      {visitor.online && <span className="visually-hidden">{t('conversations.row.online')}</span>}
      {visitor.blocked && <Icon name="blocked" size={14} label={t('visitors.icons.blocked')} />}
    </>
  );
}

function Age({ at }: { at: number }) {
  const format = useFormat();
  const now = useNow();
  return (
    <time className={classes.age} dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {format.ago(now - at)}
    </time>
  );
}

function LastLine({ summary: { visitor, lastMessage, offline, state } }: { summary: ConversationSummary }) {
  const { t } = useTranslation();
  if (visitor.typing && state !== 'resolved')
    return <span className={classes.typing}>{t('visitors.icons.typing')}</span>;
  if (!lastMessage) return <span className={classes.last}>{t('conversations.row.nothingYet')}</span>;
  return (
    <span className={classes.last}>
      {lastMessage.by === 'agent' && <span className={classes.by}>{t('conversations.row.team')} </span>}
      {lastMessage.by === 'automation' && (
        <Icon name="auto-messaged" size={14} label={t('conversations.row.automation')} />
      )}
      {offline && lastMessage.by === 'visitor' && (
        <Icon name="unread" size={14} label={t('conversations.row.offline')} />
      )}
      {lastMessage.text}
    </span>
  );
}

/** A minute is what people wait without a thought, ms. */
const LONG = 60_000;

function Waiting({ since }: { since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <span className={classes.waiting} data-long={now - since > LONG || undefined}>
      <Icon name="clock" size={14} />
      {t('conversations.row.waiting', { span: format.span(now - since) })}
    </span>
  );
}
