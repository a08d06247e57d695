import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useFormat } from '../ui/use-format.ts';
import classes from './plot.module.css';
import { bucketAfterKey, bucketAt, type Frame, frameOf, namedBuckets, scaleTo } from './plot-frame.ts';

export interface PlotPoint {
  /** "Monday 16 November". */
  readonly name: string;
  /** Under the chart. */
  readonly short: string;
  /** What stands there, one line each: colour (of `data-series`), words, number. */
  readonly lines: readonly { readonly series: string; readonly name: string; readonly value: string }[];
}

interface PlotProps {
  /** What the chart shows, for who cannot see it. */
  label: string;
  points: readonly PlotPoint[];
  /** The largest value there is. */
  most: number;
  children: (frame: Frame) => ReactNode;
}

const HEIGHT = 200;

/**
 * A drawing over buckets with scale, names and a read-out. The pointer reads what is under it; the keyboard walks from bucket
 * to bucket as on a slider, which screen readers speak.
 */
export function Plot({ label, points, most, children }: PlotProps) {
  const format = useFormat();
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<number | null>(null);
  const scale = scaleTo(most);
  const frame = frameOf(width, HEIGHT, points.length, scale);
  const at = Math.min(pointed ?? points.length - 1, points.length - 1);
  const point = points[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = event.key === 'Escape' ? null : bucketAfterKey(event.key, at, points.length);
    if (next === null && event.key !== 'Escape') return;
    event.preventDefault();
    setPointed(next);
  };
  const onPointer = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): void => {
    setPointed(bucketAt(clientX - currentTarget.getBoundingClientRect().left, frame, points.length));
  };
  return (
    <div className={classes.plot}>
      <div className={classes.scale} aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span key={tick} style={{ top: frame.y(tick) }}>
            {format.compact(tick)}
          </span>
        ))}
      </div>
      <div
        ref={ref}
        className={classes.field}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, points.length - 1)}
        aria-valuenow={Math.max(0, at)}
        aria-valuetext={point && spoken(point)}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setPointed(at)}
        onBlur={() => setPointed(null)}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => setPointed(null)}
      >
        {width > 0 && (
          <svg width={width} height={HEIGHT} className={classes.drawing} aria-hidden="true">
            {scale.ticks.map((tick) => (
              <line key={tick} className={classes.grid} x1={0} x2={width} y1={frame.y(tick)} y2={frame.y(tick)} />
            ))}
            {pointed !== null && (
              <rect className={classes.slot} x={at * frame.slot} width={frame.slot} y={0} height={HEIGHT} />
            )}
            {children(frame)}
          </svg>
        )}
        {pointed !== null && point && <ReadOut point={point} x={frame.x(at)} width={width} />}
        <div className={classes.names} aria-hidden="true">
          {width > 0 &&
            namedBuckets(width, points.length).map((bucket) => (
              <span key={bucket} style={{ left: frame.x(bucket) }}>
                {points[bucket]?.short}
              </span>
            ))}
        </div>
      </div>
    </div>
  );
}

const spoken = ({ name, lines }: PlotPoint): string =>
  `${name}: ${lines.map((line) => `${line.name} ${line.value}`).join(', ')}`;

/** On the side with more room, so that it covers neither the edge nor the point. */
function ReadOut({ point, x, width }: { point: PlotPoint; x: number; width: number }) {
  const isRight = x > width / 2;
  return (
    <div className={classes.readOut} style={isRight ? { right: width - x + 12 } : { left: x + 12 }} aria-hidden="true">
      <strong>{point.name}</strong>
      {point.lines.map(({ series, name, value }) => (
        <span key={series}>
          <i data-series={series} />
          {name}
          <b>{value}</b>
        </span>
      ))}
    </div>
  );
}
