import { ANSWER_STEPS, BEGINNERS, type Statistics } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { ChartCard } from './chart-card.tsx';
import { RatingsCard } from './ratings-card.tsx';
import frame from './sections.module.css';
import { SplitBar } from './split-bar.tsx';
import { StackedBars } from './stacked-bars.tsx';
import { begunIn } from './summary-cards.tsx';
import { useBuckets } from './use-buckets.ts';

interface SectionProps {
  found: Statistics;
  mayExport: boolean;
}

/** ST3–ST5, ST7: what was talked about how often, how soon it was answered, and how visitors liked it. */
export function TalksSection({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  return (
    <section className={frame.section} aria-labelledby="statistics-talks">
      <h2 id="statistics-talks">{t('statistics.conversations')}</h2>
      <Begun found={found} mayExport={mayExport} />
      <div className={frame.pair}>
        <Outcome found={found} mayExport={mayExport} />
        <AnswerTimes found={found} mayExport={mayExport} />
      </div>
      <RatingsCard found={found} mayExport={mayExport} />
    </section>
  );
}

function Begun({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useBuckets(found);
  const { buckets, now } = found.talks;
  const series = BEGINNERS.map((beginner, nth) => ({
    key: String(nth + 1),
    name: t(`statistics.begunBy.${beginner}`),
    values: buckets.map((bucket) => bucket[beginner]),
  }));
  const points = names.map((name, nth) => ({
    ...name,
    lines: series.map(({ key, name: words, values }) => ({
      ...{ series: key, name: words },
      value: format.number(values[nth] ?? 0),
    })),
  }));
  const title = t('statistics.begun');
  const table = {
    head: [t('statistics.when'), ...series.map(({ name }) => name)],
    rows: names.map(({ name }, nth) => [name, ...series.map(({ values }) => String(values[nth] ?? 0))]),
  };
  const count = begunIn(now.begun);
  return (
    <ChartCard
      title={title}
      sentence={t('statistics.begunSentence', { count, number: format.number(count) })}
      keys={series.map(({ key, name }) => ({ series: key, name }))}
      table={table}
      mayExport={mayExport}
    >
      <StackedBars label={title} points={points} series={series} />
    </ChartCard>
  );
}

function Outcome({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answered, missed, resolved, resolution, begun } = found.talks.now;
  const parts = [
    { series: '1', name: t('statistics.answered'), count: answered },
    { series: '2', name: t('statistics.missed'), count: missed },
  ];
  const title = t('statistics.outcome');
  const table = {
    head: [title, t('statistics.conversations')],
    rows: [...parts.map(({ name, count }) => [name, String(count)]), [t('statistics.resolved'), String(resolved)]],
  };
  return (
    <ChartCard title={title} sentence={t('statistics.missedSentence')} table={table} mayExport={mayExport}>
      <SplitBar parts={parts} />
      <p className="hint">
        {t('statistics.resolvedSentence', {
          resolved: format.number(resolved),
          begun: format.number(begunIn(begun)),
          span: resolution === null ? '–' : format.span(resolution),
        })}
      </p>
    </ChartCard>
  );
}

/** ST5. */
function AnswerTimes({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { median, p90, split, count } = found.talks.now.firstResponse;
  const title = t('statistics.firstResponse');
  const nameOf = (nth: number): string => {
    const upTo = ANSWER_STEPS[nth];
    return upTo === undefined
      ? t('statistics.longer', { span: format.span(ANSWER_STEPS[nth - 1] ?? 0) })
      : t('statistics.upTo', { span: format.span(upTo) });
  };
  const points = split.map((times, nth) => ({
    name: nameOf(nth),
    short:
      ANSWER_STEPS[nth] === undefined ? `> ${format.span(ANSWER_STEPS[nth - 1] ?? 0)}` : format.span(ANSWER_STEPS[nth]),
    lines: [{ series: '1', name: t('statistics.conversations'), value: format.number(times) }],
  }));
  const table = {
    head: [title, t('statistics.conversations')],
    rows: split.map((times, nth) => [nameOf(nth), String(times)]),
  };
  const sentence =
    median === null || p90 === null
      ? t('statistics.noAnswers')
      : t('statistics.answerSentence', {
          median: format.span(median),
          p90: format.span(p90),
          count,
          number: format.number(count),
        });
  return (
    <ChartCard title={title} sentence={sentence} table={table} mayExport={mayExport}>
      <StackedBars label={title} points={points} series={[{ key: '1', values: split }]} />
    </ChartCard>
  );
}
