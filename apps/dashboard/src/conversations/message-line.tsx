import type { Author, Entry } from '@vetrina/protocol/conversation';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
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
  if (author.who === 'automation' && author.photo !== null) {
    return (
      <span className={classes.lent}>
        <Face id={author.name} name={author.name} photo={author.photo} size={28} />
        <Icon name="auto-messaged" size={11} />
      </span>
    );
  }
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
  const recall = useRecall(entry, facts);
  return (
    <div className={classes.line}>
      <div className={classes.said}>
        <div
          className={classes.bubble}
          data-recalled={entry.recalled || undefined}
          data-picture={(entry.body.kind === 'file' && entry.body.file.picture !== null) || undefined}
          title={format.dateTime(entry.at)}
        >
          <Body entry={entry} facts={facts} />
        </div>
        {!entry.recalled && <RareTools entry={entry} isMine={isMine} recall={recall} />}
      </div>
      <Offered entry={entry} />
      {isMine && recall.isPossible && (
        <div className={classes.tools}>
          <button type="button" onClick={recall.run}>
            {t('conversations.log.recall')}
          </button>
        </div>
      )}
      <ErrorNote error={recall.error} />
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

/** A7: what a chatbot offered to answer with. The visitor's click says it, and stands in the log as their words. */
function Offered({ entry: { body, recalled } }: { entry: Entry }) {
  const { t } = useTranslation();
  const replies = body.kind === 'text' && !recalled ? (body.replies ?? []) : [];
  if (replies.length === 0) return null;
  return (
    <ul className={classes.offered} aria-label={t('conversations.log.offered')}>
      {replies.map((reply) => (
        <li key={reply}>{reply}</li>
      ))}
    </ul>
  );
}

/** V8: what the visitor has not read is taken back. */
function useRecall(entry: Entry, facts: TalkFacts) {
  const [error, setError] = useState<unknown>(null);
  const run = (): void => {
    setError(null);
    const params = { conversation: facts.conversation };
    call('recallMessage', { params, body: { message: entry.id } }).catch(setError);
  };
  return { isPossible: mayRecall(entry, facts), error, run };
}

interface RareToolsProps {
  entry: Entry;
  isMine: boolean;
  recall: ReturnType<typeof useRecall>;
}

/**
 * What is rarely wanted: one's own words kept as a shortcut, somebody else's taken back. It stands in the free space beside the
 * bubble, so that it covers nothing, and shows while somebody is at the message.
 */
function RareTools({ entry, isMine, recall }: RareToolsProps) {
  const { t } = useTranslation();
  const [isSaving, setSaving] = useState(false);
  const text = isMine && entry.body.kind === 'text' ? entry.body.text : null;
  const words = { save: t('conversations.log.saveShortcut'), recall: t('conversations.log.recall') };
  if (text !== null) {
    return (
      <div className={classes.rare} data-desk>
        <IconButton
          icon="keep"
          iconSize={15}
          size="sm"
          label={words.save}
          hint={words.save}
          onClick={() => setSaving(true)}
        />
        {isSaving && <SaveShortcut text={text} onClose={() => setSaving(false)} />}
      </div>
    );
  }
  if (isMine || !recall.isPossible) return null;
  return (
    <div className={classes.rare}>
      <IconButton icon="recall" iconSize={15} size="sm" label={words.recall} hint={words.recall} onClick={recall.run} />
    </div>
  );
}
