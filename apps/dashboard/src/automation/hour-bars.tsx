import type { DryRun } from '@vetrina/protocol/http/automation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './dry-run.module.css';
import { type Bar, type HourChart, hourChart } from './hour-chart.ts';

/** Units of the drawing; it is stretched to its place. */
const STEP = 4;
const HEIGHT = 100;
/** Bars of a day under which its name has room on a phone. */
const WIDE_ENOUGH = 20;

/** Messages by the hour as bars, and the same as a table for who cannot see them. */
export function HourBars({ found }: { found: Pick<DryRun, 'from' | 'hours'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [pointed, setPointed] = useState<Bar | null>(null);
  const chart = hourChart(found, (at) => format.day(at, now));
  return (
    <figure className={classes.chart}>
      <div className={classes.scale} aria-hidden="true">
        <span>{format.number(chart.top)}</span>
        <span>0</span>
      </div>
      <Drawing chart={chart} label={t('automation.dry.chart')} onPoint={setPointed} />
      <div className={classes.days} aria-hidden="true">
        {chart.days.map((day) => (
          <span key={day.first} style={{ flexGrow: day.bars.length }}>
            {day.bars.length >= WIDE_ENOUGH && format.shortDay(day.at)}
          </span>
        ))}
      </div>
      <figcaption className={classes.caption}>
        <span className={classes.key}>{t('automation.dry.keySent')}</span>
        <span className={classes.key} data-pale>
          {t('automation.dry.keyPerhaps')}
        </span>
        <span className={classes.pointed} aria-hidden="true">
          {pointed && (
            <>
              {format.dateTime(pointed.at)} ·{' '}
              {t('automation.dry.messages', { count: pointed.sent, number: format.number(pointed.sent) })}
              {pointed.perhaps > 0 && ` (+${format.number(pointed.perhaps)})`}
            </>
          )}
        </span>
      </figcaption>
      <DayTable chart={chart} />
    </figure>
  );
}

interface DrawingProps {
  chart: HourChart;
  label: string;
  onPoint: (bar: Bar | null) => void;
}

function Drawing({ chart: { bars, days, top }, label, onPoint }: DrawingProps) {
  const width = bars.length * STEP;
  const high = (value: number): number => (value / top) * HEIGHT;
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      onPointerLeave={() => onPoint(null)}
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onPoint(bars[Math.floor(((event.clientX - box.left) / box.width) * bars.length)] ?? null);
      }}
    >
      <title>{label}</title>
      {days.slice(1).map(({ first }) => (
        <line key={first} x1={first * STEP} x2={first * STEP} y1={0} y2={HEIGHT} vectorEffect="non-scaling-stroke" />
      ))}
      {bars.map(({ at, sent, perhaps }, index) => (
        <g key={at}>
          {sent > 0 && <rect x={index * STEP + 0.4} y={HEIGHT - high(sent)} width={STEP - 0.8} height={high(sent)} />}
          {perhaps > 0 && (
            <rect
              data-pale
              x={index * STEP + 0.4}
              y={HEIGHT - high(sent + perhaps)}
              width={STEP - 0.8}
              height={high(perhaps)}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

function DayTable({ chart: { days } }: { chart: HourChart }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={classes.table}>
      <summary>{t('automation.dry.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('automation.dry.day')}</th>
            <th scope="col">{t('automation.dry.messagesName')}</th>
            <th scope="col">{t('automation.dry.perhapsName')}</th>
            <th scope="col">{t('automation.dry.busiest')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ name, first, bars, sent, perhaps }) => {
            const most = bars.reduce((best, bar) => (bar.sent + bar.perhaps > best.sent + best.perhaps ? bar : best));
            return (
              <tr key={first}>
                <th scope="row">{name}</th>
                <td>{format.number(sent)}</td>
                <td>{format.number(perhaps)}</td>
                <td>{sent + perhaps > 0 ? format.time(most.at) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
