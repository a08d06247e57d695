import { Link } from '@tanstack/react-router';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BotNote } from '../conversations/bot-note.tsx';
import { Composer, type Written } from '../conversations/composer.tsx';
import { ConversationLog } from '../conversations/conversation-log.tsx';
import { PendingLines } from '../conversations/pending-lines.tsx';
import { useConversation } from '../conversations/use-conversation.ts';
import { useReadMarks } from '../conversations/use-read-marks.ts';
import { useWritingSigns } from '../conversations/use-writing-signs.ts';
import type { Queued } from '../feed/outbox.ts';
import { useAgentFeed, useOutbox } from '../feed/use-feed.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import classes from './open-conversation.module.css';

interface PanelTalkProps {
  details: VisitorDetails;
  onClose: () => void;
}

/** V8: the composer in the visitor's panel, and above it the conversation as soon as there is one. */
export function PanelTalk({ details: { profile, conversation }, onClose }: PanelTalkProps) {
  const { t } = useTranslation();
  const feed = useAgentFeed();
  const box = useRef<HTMLTextAreaElement>(null);
  const mine = useSaidTo(profile.id);
  const running = useRunning(conversation, saidIn(mine));
  const signs = useWritingSigns(profile.id, running);
  useEffect(() => box.current?.focus(), []);
  const send = ({ text, files }: Written): void => {
    const to = running
      ? ({ to: 'conversation', conversation: running } as const)
      : ({ to: 'visitor', visitor: profile.id } as const);
    if (text !== '') feed?.say({ to, audience: 'everyone', saying: { kind: 'text', text } });
    for (const file of files) feed?.say({ to, audience: 'everyone', saying: { kind: 'file', file: file.id }, file });
  };
  return (
    <div className={classes.talk}>
      <div className={classes.bar}>
        {t(running ? 'visitors.open.running' : 'visitors.open.first')}
        {running && (
          <Link to="/conversations/{-$conversation}" params={{ conversation: running }}>
            {t('visitors.open.toInbox')}
          </Link>
        )}
        <IconButton icon="close" iconSize={16} label={t('visitors.open.close')} size="md" onClick={onClose} />
      </div>
      {running ? (
        <RunningTalk key={running} id={running} onTaken={() => box.current?.focus()} />
      ) : (
        mine.length > 0 && (
          <div className={classes.pending}>
            <PendingLines queue={mine} />
          </div>
        )
      )}
      <Composer
        draft={profile.id}
        box={box}
        hasNotes={false}
        mode="reply"
        closed={profile.blocked ? t('composer.closed.blocked') : null}
        onType={signs.type}
        onSend={send}
      />
    </div>
  );
}

function RunningTalk({ id, onTaken }: { id: ConversationId; onTaken: () => void }) {
  const followed = useConversation(id);
  const [error, setError] = useState<unknown>(null);
  useReadMarks(followed);
  if (!followed?.summary) return null;
  return (
    <>
      <div className={classes.log}>
        <ConversationLog followed={followed} />
      </div>
      <ErrorNote error={error} />
      {followed.summary.automated && (
        <div className={classes.bot}>
          <BotNote conversation={id} onTaken={onTaken} onError={setError} />
        </div>
      )}
    </>
  );
}

/** The conversation that is open: as the visitor's details tell, or, sooner, as the answer to the first message did. */
function useRunning(told: VisitorDetails['conversation'], said: ConversationId | null): ConversationId | null {
  const begun = useRef<ConversationId | null>(null);
  begun.current = said ?? begun.current;
  if (told && told.state !== 'resolved') return told.id;
  return begun.current === told?.id ? null : begun.current;
}

/** What this agent said to the visitor before there was a conversation. */
function useSaidTo(visitor: VisitorId): readonly Queued[] {
  const { queue } = useOutbox();
  return useMemo(
    () => queue.filter(({ message: { to } }) => to.to === 'visitor' && to.visitor === visitor),
    [queue, visitor],
  );
}

function saidIn(queue: readonly Queued[]): ConversationId | null {
  const said = queue.findLast(({ standing }) => standing.is === 'said');
  return said?.standing.is === 'said' ? said.standing.conversation : null;
}
