import type { VisitSummary } from '@vetrina/protocol/visitor-details';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { useSourceWords } from './use-source-words.ts';
import classes from './visitor-details.module.css';

export function EarlierVisits({ visits }: { visits: readonly VisitSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sourceWords = useSourceWords();
  return (
    <ul className={classes.visits}>
      {visits.map((visit) => (
        <li key={visit.id}>
          <span>
            {format.dateTime(visit.startedAt)}
            <br />
            <small>{sourceWords(visit.source)}</small>
          </span>
          <small>
            {t('visitors.pages', { count: visit.pageViews, number: format.number(visit.pageViews) })}
            {visit.endedAt !== null && ` · ${format.span(visit.endedAt - visit.startedAt)}`}
          </small>
        </li>
      ))}
    </ul>
  );
}
