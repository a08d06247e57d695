import { shareOf } from '@vetrina/domain/statistics/figures';
import { BEGINNERS, type Statistics, type TalksPart } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { ChangeNote } from './change-note.tsx';
import { wholeBuckets } from './known-buckets.ts';
import { Sparkline } from './sparkline.tsx';
import classes from './summary-cards.module.css';

/** The first answers: six figures, each beside the span before. */
export function SummaryCards({ found }: { found: Statistics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { audience, talks } = found;
  const whole = wholeBuckets(found);
  const part = (share: number | null): string => (share === null ? '–' : format.percentWhole(share));
  const span = (ms: number | null): string => (ms === null ? '–' : format.span(ms));
  const of = (some: number, all: number): string =>
    all === 0 ? '' : t('statistics.ofAll', { some: format.number(some), all: format.number(all) });
  return (
    <dl className={classes.cards}>
      <Card
        name={t('statistics.visitors')}
        value={format.number(audience.now.visitors)}
        now={audience.now.visitors}
        before={audience.before.visitors}
        course={audience.buckets.slice(0, whole).map(({ visitors }) => visitors)}
      />
      <Card
        name={t('statistics.pageViews')}
        value={format.number(audience.now.pageViews)}
        now={audience.now.pageViews}
        before={audience.before.pageViews}
        course={audience.buckets.slice(0, whole).map(({ pageViews }) => pageViews)}
      />
      <Card
        name={t('statistics.conversations')}
        value={format.number(begunIn(talks.now.begun))}
        now={begunIn(talks.now.begun)}
        before={begunIn(talks.before.begun)}
        course={talks.buckets.slice(0, whole).map(begunIn)}
      />
      <Card
        name={t('statistics.firstResponse')}
        value={span(talks.now.firstResponse.median)}
        now={talks.now.firstResponse.median}
        before={talks.before.firstResponse.median}
        lessIsBetter
        {...(talks.now.firstResponse.p90 !== null && {
          detail: t('statistics.nineInTen', { span: format.span(talks.now.firstResponse.p90) }),
        })}
      />
      <Card
        name={t('statistics.answered')}
        value={part(answeredShare(talks.now))}
        now={answeredShare(talks.now)}
        before={answeredShare(talks.before)}
        areShares
        detail={of(talks.now.answered, talks.now.answered + talks.now.missed)}
      />
      <Card
        name={t('statistics.satisfied')}
        value={part(satisfiedShare(talks.now))}
        now={satisfiedShare(talks.now)}
        before={satisfiedShare(talks.before)}
        areShares
        detail={of(talks.now.ratings.good, ratedIn(talks.now))}
      />
    </dl>
  );
}

export const begunIn = (begun: TalksPart['begun']): number =>
  BEGINNERS.reduce((sum, beginner) => sum + begun[beginner], 0);

/** ST4. */
const answeredShare = ({ answered, missed }: TalksPart): number | null => shareOf(answered, answered + missed);

/** ST7. */
const satisfiedShare = (part: TalksPart): number | null => shareOf(part.ratings.good, ratedIn(part));

const ratedIn = ({ ratings: { good, normal, bad } }: TalksPart): number => good + normal + bad;

interface CardProps {
  name: string;
  value: string;
  now: number | null;
  before: number | null;
  areShares?: boolean;
  lessIsBetter?: boolean;
  course?: readonly number[];
  /** What stands where others have their course. */
  detail?: string;
}

function Card({ name, value, course, detail, ...compared }: CardProps) {
  return (
    <div className={classes.card}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <ChangeNote {...compared} />
        {course ? <Sparkline values={course} /> : <span className={classes.detail}>{detail}</span>}
      </dd>
    </div>
  );
}
