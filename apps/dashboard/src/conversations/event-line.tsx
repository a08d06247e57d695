import type { Entry } from '@vetrina/protocol/conversation';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { useGroupName } from '../visitors/use-group-name.ts';
import classes from './message.module.css';
import { authorName } from './message-line.tsx';
import { RatingMark } from './rating-mark.tsx';
import type { TalkFacts } from './talk-facts.ts';

/** Something happened: who joined, what was decided, how it was rated. */
export function EventLine({ entry, facts }: { entry: Entry; facts: TalkFacts }) {
  const format = useFormat();
  return (
    <div className={classes.event}>
      <span>
        <EventWords entry={entry} facts={facts} />
      </span>
      <time dateTime={new Date(entry.at).toISOString()}>{format.time(entry.at)}</time>
      {entry.body.kind === 'rated' && entry.body.comment && <q className={classes.comment}>{entry.body.comment}</q>}
    </div>
  );
}

function EventWords({ entry: { body, author }, facts }: { entry: Entry; facts: TalkFacts }) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  /** Its own name may be anything, so it is said what it is. One that was removed meanwhile has none. */
  const chatbot = (name: string): string =>
    name === '' ? t('conversations.events.namelessChatbot') : t('conversations.events.chatbot', { name });
  const who = author.who === 'automation' ? chatbot(author.name) : authorName(author, facts);
  switch (body.kind) {
    case 'joined':
    case 'left':
    case 'resolved':
    case 'reopened':
      return t(`conversations.events.${body.kind}`, { who });
    case 'assigned':
    case 'unassigned':
      return t(`conversations.events.${body.kind}`, { who, agent: body.agent.name });
    case 'transferred':
      if (body.to.to === 'team') return t('conversations.events.handedOver', { who });
      return t('conversations.events.transferred', {
        who,
        to: body.to.to === 'agent' ? body.to.agent.name : groupName(body.to.group),
      });
    case 'rated':
      return (
        <>
          {t('conversations.events.rated', { who })} <RatingMark rating={body.value} />
        </>
      );
    case 'contact': {
      const facts = [body.name, body.email, body.phone].filter(Boolean).join(' · ');
      return facts ? t('conversations.events.contact', { who, facts }) : t('conversations.events.form', { who });
    }
    case 'transcript-sent':
      return t('conversations.events.transcript', { email: body.email });
    case 'text':
    case 'file':
    case 'note':
    case 'recalled':
      return null;
  }
}
