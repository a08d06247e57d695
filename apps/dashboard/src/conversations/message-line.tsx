import type { Author, Entry } from '@vetrina/protocol/conversation';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { Avatar } from '../visitors/avatar.tsx';
import { FileView } from './file-view.tsx';
import { LinkedText } from './linked-text.tsx';
import { type LogLine, mayRecall } from './log-lines.ts';
import classes from './message.module.css';
import { SaveShortcut } from './save-shortcut.tsx';
import type { TalkFacts } from './talk-facts.ts';

type MessagesLine = Extract<LogLine, { line: 'messages' }>;

/** Messages that one person said in one go: the name and the time once, the bubbles under each other. */
export function MessageGroup({ line, facts }: { line: MessagesLine; facts: TalkFacts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { author, voice, entries } = line;
  const isMine = author.who === 'agent' && author.agent.id === facts.me;
  return (
    <div className={classes.group} data-voice={voice}>
      <GroupFace author={author} facts={facts} />
      <div className={classes.stack}>
        <p className={classes.by}>
          <span>{isMine ? t('conversations.log.me') : authorName(author, facts)}</span>
          {voice === 'note' && (
            <span className={classes.noteMark}>
              <Icon name="note" size={14} />
              {t('conversations.log.note')}
            </span>
          )}
          <time dateTime={new Date(entries[0]?.at ?? 0).toISOString()}>{format.time(entries[0]?.at ?? 0)}</time>
        </p>
        {entries.map((entry) => (
          <Message key={entry.id} entry={entry} isMine={isMine} facts={facts} />
        ))}
      </div>
    </div>
  );
}

export function authorName(author: Author, facts: Pick<TalkFacts, 'visitorTitle' | 'system'>): string {
  switch (author.who) {
    case 'visitor':
      return facts.visitorTitle;
    case 'agent':
      return author.agent.name;
    case 'automation':
      return author.name;
    case 'system':
      return facts.system;
  }
}

function GroupFace({ author, facts }: { author: Author; facts: TalkFacts }) {
  if (author.who === 'agent')
    return <Face id={author.agent.id} name={author.agent.name} photo={author.agent.photo} size={28} />;
  if (author.who === 'visitor') return <Avatar id={facts.visitor} name={facts.visitorName} size={28} />;
  return (
    <span className={classes.robot} aria-hidden="true">
      <Icon name="auto-messaged" size={16} />
    </span>
  );
}

function Message({ entry, isMine, facts }: { entry: Entry; isMine: boolean; facts: TalkFacts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const recaller = facts.recallers.get(entry.id);
  const isSeen = facts.lastSeen === entry.id;
  return (
    <div className={classes.line}>
      <div
        className={classes.bubble}
        data-recalled={entry.recalled || undefined}
        data-picture={(entry.body.kind === 'file' && entry.body.file.picture !== null) || undefined}
        title={format.dateTime(entry.at)}
      >
        <Body entry={entry} facts={facts} />
      </div>
      {!entry.recalled && <MessageTools entry={entry} isMine={isMine} facts={facts} />}
      {entry.recalled && (
        <p className={classes.under}>
          {recaller
            ? t('conversations.log.recalledBy', { name: authorName(recaller, facts) })
            : t('conversations.log.recalled')}
        </p>
      )}
      {isSeen && (
        <p className={classes.under}>
          <Icon name="seen" size={15} />
          {t('conversations.log.seen')}
        </p>
      )}
    </div>
  );
}

function Body({ entry: { seq, body, recalled }, facts }: { entry: Entry; facts: TalkFacts }): ReactNode {
  if (body.kind === 'file') return <FileView file={body.file} seq={seq} links={facts.links} />;
  if (body.kind !== 'text' && body.kind !== 'note') return null;
  return recalled ? (
    <del>
      <LinkedText text={body.text} />
    </del>
  ) : (
    <LinkedText text={body.text} />
  );
}

/** What can be done with a message: one's own words kept as a shortcut, and what the visitor has not read taken back (V8). */
function MessageTools({ entry, isMine, facts }: { entry: Entry; isMine: boolean; facts: TalkFacts }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const text = isMine && entry.body.kind === 'text' ? entry.body.text : null;
  const isRecallable = mayRecall(entry, facts);
  const recall = (): void => {
    setError(null);
    const params = { conversation: facts.conversation };
    call('recallMessage', { params, body: { message: entry.id } }).catch(setError);
  };
  if (text === null && !isRecallable) return null;
  return (
    <>
      <div className={classes.tools}>
        {text !== null && (
          <button type="button" className={classes.save} data-rare onClick={() => setSaving(true)}>
            {t('conversations.log.saveShortcut')}
          </button>
        )}
        {isRecallable && (
          <button type="button" data-rare={!isMine || undefined} onClick={recall}>
            {t('conversations.log.recall')}
          </button>
        )}
      </div>
      <ErrorNote error={error} />
      {isSaving && text !== null && <SaveShortcut text={text} onClose={() => setSaving(false)} />}
    </>
  );
}
