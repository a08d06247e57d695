import { shareOf } from '@vetrina/domain/statistics/figures';
import { BEGINNERS, type Statistics, type TalksPart } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { ChangeNote } from './change-note.tsx';
import { Sparkline } from './sparkline.tsx';
import classes from './summary-cards.module.css';
import { knownBuckets } from './use-buckets.ts';

/** The first answers: six figures, each beside the span before. */
export function SummaryCards({ found }: { found: Statistics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { audience, talks } = found;
  const known = knownBuckets(found);
  const part = (share: number | null): string => (share === null ? '–' : format.percentWhole(share));
  const span = (ms: number | null): string => (ms === null ? '–' : format.span(ms));
  return (
    <dl className={classes.cards}>
      <Card
        name={t('statistics.visitors')}
        value={format.number(audience.now.visitors)}
        now={audience.now.visitors}
        before={audience.before.visitors}
        course={audience.buckets.slice(0, known).map(({ visitors }) => visitors)}
      />
      <Card
        name={t('statistics.pageViews')}
        value={format.number(audience.now.pageViews)}
        now={audience.now.pageViews}
        before={audience.before.pageViews}
        course={audience.buckets.slice(0, known).map(({ pageViews }) => pageViews)}
      />
      <Card
        name={t('statistics.conversations')}
        value={format.number(begunIn(talks.now.begun))}
        now={begunIn(talks.now.begun)}
        before={begunIn(talks.before.begun)}
        course={talks.buckets.slice(0, known).map(begunIn)}
      />
      <Card
        name={t('statistics.firstResponse')}
        value={span(talks.now.firstResponse.median)}
        now={talks.now.firstResponse.median}
        before={talks.before.firstResponse.median}
        lessIsBetter
      />
      <Card
        name={t('statistics.answered')}
        value={part(answeredShare(talks.now))}
        now={answeredShare(talks.now)}
        before={answeredShare(talks.before)}
      />
      <Card
        name={t('statistics.satisfied')}
        value={part(satisfiedShare(talks.now))}
        now={satisfiedShare(talks.now)}
        before={satisfiedShare(talks.before)}
      />
    </dl>
  );
}

export const begunIn = (begun: TalksPart['begun']): number =>
  BEGINNERS.reduce((sum, beginner) => sum + begun[beginner], 0);

/** ST4. */
const answeredShare = ({ answered, missed }: TalksPart): number | null => shareOf(answered, answered + missed);

/** ST7. */
const satisfiedShare = ({ ratings: { good, normal, bad } }: TalksPart): number | null =>
  shareOf(good, good + normal + bad);

interface CardProps {
  name: string;
  value: string;
  now: number | null;
  before: number | null;
  lessIsBetter?: boolean;
  course?: readonly number[];
}

function Card({ name, value, now, before, lessIsBetter = false, course }: CardProps) {
  return (
    <div className={classes.card}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <ChangeNote now={now} before={before} lessIsBetter={lessIsBetter} />
        <Sparkline values={course ?? []} />
      </dd>
    </div>
  );
}
