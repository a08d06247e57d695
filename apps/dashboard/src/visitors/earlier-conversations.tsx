import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConversationsFound } from '@vetrina/protocol/http/conversations';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useFormat } from '../ui/use-format.ts';
import classes from './visitor-details.module.css';

/** How many are listed; older ones are found by the search of the inbox. */
const SHOWN = 10;

interface EarlierConversationsProps {
  visitor: VisitorId;
  /** Stands on screen already. */
  open: ConversationId | null;
  /** The newest one, as it stands now. */
  newest: VisitorDetails['conversation'];
}

/** V7: what was talked about before. */
export function EarlierConversations({ visitor, open, newest }: EarlierConversationsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useTalks(visitor, newest);
  const talks = data?.conversations.filter(({ id }) => id !== open) ?? [];
  if (talks.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="details-talks">
      <h3 id="details-talks">{t('visitors.open.earlier')}</h3>
      <ul className={classes.talks}>
        {talks.map(({ id, lastMessage, createdAt, state }) => (
          <li key={id}>
            <Link to="/conversations/{-$conversation}" params={{ conversation: id }}>
              <span>{lastMessage?.text ?? t('conversations.row.nothingYet')}</span>
              <small>{format.date(lastMessage?.at ?? createdAt)}</small>
              <small>{t(`conversations.states.${state}`)}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asked again when the newest one is another, or stands otherwise: begun, resolved, reopened. */
function useTalks(visitor: VisitorId, newest: VisitorDetails['conversation']) {
  return useQuery({
    queryKey: ['conversations', 'of', visitor, newest],
    queryFn: ({ signal }) => call('conversations', { signal, query: { visitor, state: 'any', limit: SHOWN } }),
    staleTime: 0,
    placeholderData: (before: ConversationsFound | undefined, asked) =>
      asked?.queryKey[2] === visitor ? before : undefined,
  });
}
