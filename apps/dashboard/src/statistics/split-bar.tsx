import { shareOf } from '@vetrina/domain/statistics/figures';
import { useFormat } from '../ui/use-format.ts';
import classes from './split-bar.module.css';

interface SplitBarProps {
  parts: readonly { readonly series: string; readonly name: string; readonly count: number }[];
}

/** A whole in its parts: a bar, and under it each part's name, number and share. */
export function SplitBar({ parts }: SplitBarProps) {
  const format = useFormat();
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={classes.split}>
      <div className={classes.bar} aria-hidden="true">
        {parts.map(({ series, count }) =>
          count === 0 ? null : <i key={series} data-series={series} style={{ flexGrow: count }} />,
        )}
      </div>
      <dl className={classes.parts}>
        {parts.map(({ series, name, count }) => (
          <div key={series}>
            <dt>
              <i data-series={series} aria-hidden="true" />
              {name}
            </dt>
            <dd>
              {format.number(count)} <small>{format.percent(shareOf(count, whole) ?? 0)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
