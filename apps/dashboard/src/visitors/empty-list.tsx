import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type EmptyReason, whyEmpty } from '@vetrina/domain/empty-list';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useChat } from '../feed/use-feed.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './empty-list.module.css';

interface EmptyListProps {
  /** People whom another filter or search would show. */
  listed: number;
  filter: ListFilter;
  query: string;
  onFilter: (filter: ListFilter) => void;
  onQuery: (query: string) => void;
}

/** V11: an empty list says why, and what to do next. */
export function EmptyList({ listed, filter, query, onFilter, onQuery }: EmptyListProps) {
  const { data: installation } = useQuery(queries.installation);
  const { data: session } = useQuery(queries.session);
  const inGroups = useChat(({ team, me }) => (team?.find(({ id }) => id === me)?.groups.length ?? 0) > 0);
  const now = useNow();
  const words = useReasonWords();
  if (!installation || !session) return null;
  const { trackingMode } = session.account;
  const reason = whyEmpty({ installation, trackingMode, listed, inGroups, filter, query, now });
  const { title, text } = words(reason);
  return (
    <div className={classes.place}>
      <div className={classes.card}>
        <EmptyWindow />
        <h2>{title}</h2>
        <p>{text}</p>
        <NextStep reason={reason} onFilter={onFilter} onQuery={onQuery} />
      </div>
    </div>
  );
}

function useReasonWords(): (reason: EmptyReason) => { title: string; text: string } {
  const { t } = useTranslation();
  const format = useFormat();
  const words = (
    key: Exclude<EmptyReason['why'], 'waits-for-visitor'>,
    values: Record<string, string | number> = {},
  ) => ({
    title: t(`visitors.empty.${key}.title`, values),
    text: t(`visitors.empty.${key}.text`, values),
  });
  return (reason) => {
    switch (reason.why) {
      case 'hidden':
        return words('hidden', { count: reason.hidden, number: format.number(reason.hidden) });
      case 'foreign-origin':
        return words('foreign-origin', { host: reason.host ?? '?', ago: format.ago(reason.ago) });
      case 'counted-only':
        return words('counted-only', { count: reason.people, number: format.number(reason.people) });
      case 'bots-only':
        return words('bots-only', { count: reason.bots, number: format.number(reason.bots) });
      case 'nobody-now':
        return words('nobody-now', { ago: format.ago(reason.ago) });
      case 'waits-for-visitor':
        return {
          title: t('visitors.empty.waits-for-visitor.title'),
          text: t(`visitors.empty.waits-for-visitor.${reason.mode}`),
        };
      case 'never-seen':
      case 'only-you':
      case 'other-groups':
        return words(reason.why);
    }
  };
}

interface NextStepProps extends Pick<EmptyListProps, 'onFilter' | 'onQuery'> {
  reason: EmptyReason;
}

function NextStep({ reason, onFilter, onQuery }: NextStepProps) {
  const { t } = useTranslation();
  switch (reason.why) {
    case 'hidden':
      return (
        <div className={classes.steps}>
          {reason.byQuery && <Button onClick={() => onQuery('')}>{t('visitors.empty.clearSearch')}</Button>}
          {reason.byFilter && (
            <Button variant={reason.byQuery ? 'default' : 'filled'} onClick={() => onFilter('all')}>
              {t('visitors.empty.showAll')}
            </Button>
          )}
        </div>
      );
    case 'foreign-origin':
    case 'counted-only':
    case 'waits-for-visitor':
      return (
        <Button renderRoot={(props) => <Link to="/settings/$place" params={{ place: 'account' }} {...props} />}>
          {t('visitors.empty.toSettings')}
        </Button>
      );
    case 'other-groups':
      return null;
    case 'never-seen':
    case 'bots-only':
    case 'only-you':
    case 'nobody-now':
      return (
        <Button component={Link} to="/install" variant={reason.why === 'never-seen' ? 'filled' : 'default'}>
          {t(reason.why === 'never-seen' ? 'visitors.empty.toInstall' : 'visitors.empty.checkInstall')}
        </Button>
      );
  }
}

/** A shop window with nobody in front of it. */
function EmptyWindow() {
  return (
    <svg viewBox="0 0 120 84" width="120" height="84" aria-hidden="true" className={classes.drawing}>
      <path d="M14 14h92l-6 16a9 9 0 0 1-16 1 9 9 0 0 1-16 0 9 9 0 0 1-16 0 9 9 0 0 1-16 0 9 9 0 0 1-16-1z" />
      <path d="M22 40v34h76V40M22 62h76" fill="none" strokeWidth="2.500" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
