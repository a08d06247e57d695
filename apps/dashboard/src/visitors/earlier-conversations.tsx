import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
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
}

/** V7: what was talked about before. */
export function EarlierConversations({ visitor, open }: EarlierConversationsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['conversations', 'of', visitor, open],
    queryFn: ({ signal }) => call('conversations', { signal, query: { visitor, state: 'any', limit: SHOWN } }),
  });
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
