import { Button, Skeleton } from '@mantine/core';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentFeed } from '../feed/use-feed.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ClaimNote } from '../visitors/claims.tsx';
import { BotNote } from './bot-note.tsx';
import { Composer, type Written } from './composer.tsx';
import type { Mode } from './composer-modes.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { ConversationLog } from './conversation-log.tsx';
import classes from './conversation-pane.module.css';
import { useConversation } from './use-conversation.ts';
import { useReadMarks } from './use-read-marks.ts';
import { useSendAndResolve } from './use-send-and-resolve.ts';
import { useWritingSigns } from './use-writing-signs.ts';

interface ConversationPaneProps {
  id: ConversationId;
  composer: RefObject<HTMLTextAreaElement | null>;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onBack: () => void;
  onCard: () => void;
}

/** One conversation, live: who it is with, what was said, and where to answer. */
export function ConversationPane({ id, composer, mode, onMode, onBack, onCard }: ConversationPaneProps) {
  const { t } = useTranslation();
  const followed = useConversation(id);
  const [error, setError] = useState<unknown>(null);
  useReadMarks(followed);
  if (followed?.state === 'unknown') {
    return (
      <section className={classes.pane} aria-label={t('conversations.one')}>
        <div className={classes.unknown}>
          <p>{t('conversations.unknown')}</p>
          <Button variant="default" size="sm" onClick={onBack}>
            {t('conversations.back')}
          </Button>
        </div>
      </section>
    );
  }
  const summary = followed?.summary ?? null;
  return (
    <section className={classes.pane} aria-label={t('conversations.one')}>
      {summary ? (
        <ConversationHeader summary={summary} onBack={onBack} onCard={onCard} onError={setError} />
      ) : (
        <PaneBones onBack={onBack} />
      )}
      <ErrorNote error={error} />
      {followed && summary ? <ConversationLog followed={followed} /> : <LogBones />}
      {summary && (
        <div className={classes.claim}>
          <ClaimNote visitor={summary.visitor.id} />
          {summary.automated && (
            <BotNote conversation={summary.id} onTaken={() => composer.current?.focus()} onError={setError} />
          )}
        </div>
      )}
      {summary && <TalkComposer summary={summary} box={composer} mode={mode} onMode={onMode} onError={setError} />}
    </section>
  );
}

interface TalkComposerProps {
  summary: ConversationSummary;
  box: RefObject<HTMLTextAreaElement | null>;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onError: (error: unknown) => void;
}

function TalkComposer({ summary, box, mode, onMode, onError }: TalkComposerProps) {
  const { t } = useTranslation();
  const feed = useAgentFeed();
  const signs = useWritingSigns(summary.visitor.id, summary.id);
  const send = ({ mode: how, text, files }: Written): void => {
    const to = { to: 'conversation', conversation: summary.id } as const;
    const audience = how === 'note' ? 'team' : 'everyone';
    if (text !== '') feed?.say({ to, audience, saying: { kind: 'text', text } });
    for (const file of files) feed?.say({ to, audience, saying: { kind: 'file', file: file.id }, file });
    signs.stop();
  };
  const resolve = useSendAndResolve(summary.id, onError);
  const sendAndResolve = (written: Written): void => {
    send(written);
    if (written.mode === 'reply') resolve();
  };
  return (
    <Composer
      draft={summary.id}
      box={box}
      hasNotes
      mode={mode}
      onMode={onMode}
      closed={summary.visitor.blocked ? t('composer.closed.blocked') : null}
      onType={(text) => mode === 'reply' && signs.type(text)}
      onSend={send}
      onSendAndResolve={sendAndResolve}
    />
  );
}

/** What was said, before it is here: theirs, ours, theirs. */
function LogBones() {
  return (
    <div className={classes.logBones} aria-hidden="true">
      <Skeleton height={36} width="46%" radius="lg" />
      <Skeleton height={56} width="58%" radius="lg" />
      <Skeleton height={36} width="34%" radius="lg" />
      <Skeleton height={36} width="50%" radius="lg" />
    </div>
  );
}

function PaneBones({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bones} aria-busy="true">
      <IconButton icon="back" label={t('conversations.back')} className={classes.back} onClick={onBack} />
      <span className="visually-hidden">{t('ui.loading')}</span>
      <Skeleton height={36} circle />
      <Skeleton height={16} width="30%" />
    </header>
  );
}
