import type { AgentState } from '@vetrina/protocol/http/team';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentFeed, useChat, useFeed } from '../feed/use-feed.tsx';
import { useFormat } from '../ui/use-format.ts';
import { STANDARD_SORT } from '../visitors/view-address.ts';
import classes from './now-card.module.css';

/** Only the numbers around the list are wanted. */
const ONE_ROW = { offset: 0, limit: 1 };

/** Who is here at this moment, as the feed tells it. */
export function NowCard() {
  const { t } = useTranslation();
  const feed = useAgentFeed();
  const counts = useFeed((state) => (state.isLive ? state.window?.counts : undefined) ?? null);
  const online = useChat((chat) => onlineOf(chat.team));
  useEffect(() => {
    feed?.watch({ filter: 'all', query: '', sort: STANDARD_SORT }, ONE_ROW);
    return () => feed?.watch(null, ONE_ROW);
  }, [feed]);
  return (
    <section className={classes.card} aria-labelledby="statistics-now">
      <h2 id="statistics-now">{t('statistics.now.title')}</h2>
      <dl className={classes.figures}>
        <Figure name={t('statistics.now.visitors')} value={counts?.all ?? null} />
        <Figure name={t('statistics.now.active')} value={counts?.active ?? null} />
        <Figure name={t('statistics.now.inChat')} value={counts?.['in-chat'] ?? null} />
        <Figure name={t('statistics.now.agents')} value={online} />
      </dl>
    </section>
  );
}

const onlineOf = (team: readonly AgentState[] | null): number | null =>
  team?.filter((agent) => agent.online).length ?? null;

function Figure({ name, value }: { name: string; value: number | null }) {
  const format = useFormat();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? '–' : format.number(value)}</dd>
    </div>
  );
}
