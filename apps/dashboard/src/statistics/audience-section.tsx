import type { Statistics } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { BarList } from './bar-list.tsx';
import { ChartCard } from './chart-card.tsx';
import { HeatMap } from './heat-map.tsx';
import { knownBuckets, wholeBuckets } from './known-buckets.ts';
import { LineChart } from './line-chart.tsx';
import frame from './sections.module.css';
import { SplitBar } from './split-bar.tsx';
import { useBuckets } from './use-buckets.ts';

interface SectionProps {
  found: Statistics;
  mayExport: boolean;
}

const HOURS = 24;

/** ST2, ST6: who was on the site, when, where from, and on which pages. */
export function AudienceSection({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  return (
    <section className={frame.section} aria-labelledby="statistics-audience">
      <h2 id="statistics-audience">{t('statistics.visitors')}</h2>
      <VisitorsChart found={found} mayExport={mayExport} />
      <div className={frame.pair}>
        <NewVisitors found={found} mayExport={mayExport} />
        <Hours found={found} mayExport={mayExport} />
      </div>
      <Lists found={found} mayExport={mayExport} />
    </section>
  );
}

function VisitorsChart({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useBuckets(found);
  const { now, buckets, bucketsBefore } = found.audience;
  const [visits, pageViews, newVisitors] = [now.visits, now.pageViews, now.newVisitors].map(format.number);
  const points = names.map((name, nth) => ({
    ...name,
    lines: [
      { series: '1', name: t('statistics.visitors'), value: format.number(buckets[nth]?.visitors ?? 0) },
      { series: 'before', name: t('statistics.before'), value: format.number(bucketsBefore[nth]?.visitors ?? 0) },
    ],
  }));
  const table = {
    head: [
      t('statistics.when'),
      t('statistics.visitors'),
      t('statistics.before'),
      t('statistics.visits'),
      t('statistics.pageViews'),
    ],
    rows: names.map(({ name }, nth) => [
      name,
      ...[buckets[nth]?.visitors, bucketsBefore[nth]?.visitors, buckets[nth]?.visits, buckets[nth]?.pageViews].map(
        (count) => String(count ?? 0),
      ),
    ]),
  };
  return (
    <ChartCard
      title={t('statistics.visitorsOverTime')}
      sentence={t('statistics.visitorsSentence', { visits, pageViews, newVisitors })}
      keys={[
        { series: '1', name: t('statistics.visitors') },
        { series: 'before', name: t('statistics.before') },
      ]}
      table={table}
      mayExport={mayExport}
    >
      <LineChart
        label={t('statistics.visitorsOverTime')}
        points={points}
        now={buckets.slice(0, knownBuckets(found)).map(({ visitors }) => visitors)}
        before={bucketsBefore.slice(0, names.length).map(({ visitors }) => visitors)}
        whole={wholeBuckets(found)}
      />
    </ChartCard>
  );
}

function NewVisitors({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  const { visitors, newVisitors } = found.audience.now;
  const parts = [
    { series: '1', name: t('statistics.newVisitors'), count: newVisitors },
    { series: '2', name: t('statistics.returning'), count: visitors - newVisitors },
  ];
  const title = t('statistics.newAndReturning');
  const table = {
    head: [title, t('statistics.visitors')],
    rows: parts.map(({ name, count }) => [name, String(count)]),
  };
  return (
    <ChartCard title={title} sentence={t('statistics.newSentence')} table={table} mayExport={mayExport}>
      <SplitBar parts={parts} />
    </ChartCard>
  );
}

function Hours({ found, mayExport }: SectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { hours } = found.audience;
  const title = t('statistics.hours');
  const table = {
    head: [t('statistics.when'), ...Array.from({ length: 7 }, (_, day) => format.weekdayShort(day))],
    rows: Array.from({ length: HOURS }, (_, hour) => [
      format.timeOfDay(hour * 60),
      ...Array.from({ length: 7 }, (__, day) => String(hours[day * HOURS + hour] ?? 0)),
    ]),
  };
  return (
    <ChartCard title={title} sentence={t('statistics.hoursSentence')} table={table} mayExport={mayExport}>
      <HeatMap label={title} hours={hours} />
    </ChartCard>
  );
}

function Lists({ found: { audience }, mayExport }: SectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const visits = t('statistics.visits');
  const pages = audience.pages.map(({ url, title, views }) => ({ name: title || url, detail: url, count: views }));
  const named = (
    counted: readonly { name: string | null; count: number }[],
    say: (name: string) => string,
    none: string,
  ) => counted.map(({ name, count }) => ({ name: name === null ? none : say(name), count }));
  return (
    <div className={frame.pair}>
      <BarList
        title={t('statistics.pages')}
        {...(audience.pagesOf < audience.now.visits && {
          sentence: t('statistics.pagesOf', { number: format.number(audience.pagesOf) }),
        })}
        unit={t('statistics.pageViews')}
        lines={pages}
        mayExport={mayExport}
      />
      <BarList
        title={t('statistics.sources')}
        unit={visits}
        lines={named(audience.sources, (name) => name, t('statistics.direct'))}
        mayExport={mayExport}
      />
      <BarList
        title={t('statistics.countries')}
        unit={visits}
        lines={named(audience.countries, format.country, t('statistics.unknown'))}
        mayExport={mayExport}
      />
      <BarList
        title={t('statistics.devices')}
        unit={visits}
        lines={named(audience.devices, (name) => t(`visitors.icons.${name as 'phone'}`), t('statistics.unknown'))}
        mayExport={mayExport}
      />
    </div>
  );
}
