import { area, curveMonotoneX, line } from 'd3-shape';
import classes from './line-chart.module.css';
import { Plot, type PlotPoint } from './plot.tsx';
import type { Frame } from './plot-frame.ts';

interface LineChartProps {
  label: string;
  points: readonly PlotPoint[];
  /** As far as they are known: what is still to come has no line. */
  now: readonly number[];
  before: readonly number[];
  /** So many are whole; the way to one that is still filling is broken, and has nothing to compare with yet. */
  whole: number;
}

/** A line over its area, and the span before as a faint one behind it. */
export function LineChart({ label, points, now, before, whole }: LineChartProps) {
  const [done, filling] = [now.slice(0, whole), now.slice(0, whole + 1)];
  return (
    <Plot label={label} points={points} most={Math.max(0, ...now, ...before)}>
      {(frame) => (
        <>
          <path className={classes.before} d={lineOf(frame, before.slice(0, whole))} />
          <path className={classes.area} d={areaOf(frame, done)} />
          <path className={classes.now} d={lineOf(frame, done)} />
          <path className={classes.filling} d={lastStepOf(frame, filling)} />
          <Last frame={frame} values={now} />
        </>
      )}
    </Plot>
  );
}

/** Where it stands now; with one point there is nothing else to see. */
function Last({ frame, values }: { frame: Frame; values: readonly number[] }) {
  const value = values.at(-1);
  if (value === undefined) return null;
  return <circle className={classes.last} cx={frame.x(values.length - 1)} cy={frame.y(value)} r={4} />;
}

// Monotone: between two points the curve never shows more or less than both of them.
function lineOf({ x, y }: Frame, values: readonly number[]): string {
  const draw = line<number>((_, nth) => x(nth), y).curve(curveMonotoneX);
  return draw(values) ?? '';
}

/** From the last whole bucket to the one that is filling. */
function lastStepOf({ x, y }: Frame, values: readonly number[]): string {
  const [from, to] = values.slice(-2);
  if (from === undefined || to === undefined) return '';
  const at = values.length - 1;
  return `M${x(at - 1)},${y(from)}L${x(at)},${y(to)}`;
}

function areaOf({ x, y }: Frame, values: readonly number[]): string {
  const draw = area<number>((_, nth) => x(nth), y(0), y).curve(curveMonotoneX);
  return draw(values) ?? '';
}
