import { line } from 'd3-shape';
import classes from './sparkline.module.css';

const WIDTH = 100;
const HEIGHT = 28;

/** How a figure went over what is whole, without numbers: they stand beside it. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const draw = line<number>(
    (_, nth) => (nth / Math.max(1, values.length - 1)) * WIDTH,
    (value) => HEIGHT - 2 - (value / most) * (HEIGHT - 4),
  );
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {values.length > 1 && <path d={draw(values) ?? ''} vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}
