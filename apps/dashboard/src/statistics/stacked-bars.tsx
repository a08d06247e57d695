import { Plot, type PlotPoint } from './plot.tsx';
import type { Frame } from './plot-frame.ts';
import classes from './stacked-bars.module.css';

interface StackedBarsProps {
  label: string;
  points: readonly PlotPoint[];
  /** From below; each with as many values as there are points. */
  series: readonly { readonly key: string; readonly values: readonly number[] }[];
}

/** The widest bar, px. */
const WIDEST = 36;

/** A bar for each bucket, in parts that stand on each other. */
export function StackedBars({ label, points, series }: StackedBarsProps) {
  const totals = points.map((_, nth) => series.reduce((sum, { values }) => sum + (values[nth] ?? 0), 0));
  return (
    <Plot label={label} points={points} most={Math.max(0, ...totals)}>
      {(frame) => points.map((point, nth) => <Bar key={point.name} frame={frame} nth={nth} series={series} />)}
    </Plot>
  );
}

function Bar({ frame, nth, series }: Pick<StackedBarsProps, 'series'> & { frame: Frame; nth: number }) {
  const width = Math.min(WIDEST, Math.max(2, frame.slot * 0.68));
  let below = 0;
  return series.map(({ key, values }) => {
    const value = values[nth] ?? 0;
    if (value === 0) return null;
    const [bottom, top] = [frame.y(below), frame.y(below + value)];
    below += value;
    return (
      <rect
        key={key}
        className={classes.part}
        data-series={key}
        x={frame.x(nth) - width / 2}
        y={top}
        width={width}
        height={bottom - top}
        rx={Math.min(3, width / 4)}
      />
    );
  });
}
