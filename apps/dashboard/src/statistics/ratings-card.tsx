import { Link } from '@tanstack/react-router';
import type { Statistics } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { RatingMark } from '../conversations/rating-mark.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ChartCard } from './chart-card.tsx';
import classes from './ratings-card.module.css';
import { SplitBar } from './split-bar.tsx';

/** ST7: how visitors rated, and what they wrote. */
export function RatingsCard({ found, mayExport }: { found: Statistics; mayExport: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { comments, now } = found.talks;
  const { good, normal, bad } = now.ratings;
  const parts = [
    { series: '1', name: t('statistics.rated.good'), count: good },
    { series: '3', name: t('statistics.rated.normal'), count: normal },
    { series: '2', name: t('statistics.rated.bad'), count: bad },
  ];
  const count = good + normal + bad;
  const title = t('statistics.ratings');
  const table = {
    head: [title, t('statistics.conversations')],
    rows: parts.map((part) => [part.name, String(part.count)]),
  };
  const average = count === 0 ? '–' : format.decimal((good * 5 + normal * 3 + bad) / count);
  return (
    <ChartCard
      title={title}
      sentence={t('statistics.ratedSentence', { count, number: format.number(count), average })}
      table={table}
      mayExport={mayExport}
    >
      <SplitBar parts={parts} />
      {comments.length > 0 && (
        <ul className={classes.comments} aria-label={t('statistics.comments')}>
          {comments.map(({ conversation, at, value, comment }) => (
            <li key={`${conversation} ${at}`}>
              <p>{comment}</p>
              <RatingMark rating={value} />
              <Link to="/conversations/{-$conversation}" params={{ conversation }}>
                {format.date(at)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </ChartCard>
  );
}
