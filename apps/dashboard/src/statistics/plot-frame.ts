import { nice, ticks } from 'd3-array';

const TICKS = 4;
/** Names under a chart need so much room each, px. */
const NAME_WIDTH = 76;

/** Where things stand in a drawing, px. Each bucket has a slot of the same width. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly slot: number;
  /** The middle of a slot. */
  x(bucket: number): number;
  y(value: number): number;
}

export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

/** Round numbers up to the most there is; whole ones, because people are counted. */
export function scaleTo(most: number): Scale {
  const [, top] = nice(0, Math.max(1, most), TICKS);
  return { top, ticks: ticks(0, top, TICKS).filter(Number.isInteger) };
}

export function frameOf(width: number, height: number, buckets: number, { top }: Scale): Frame {
  const slot = buckets === 0 ? width : width / buckets;
  return {
    ...{ width, height, slot },
    x: (bucket) => (bucket + 0.5) * slot,
    y: (value) => height - (value / top) * height,
  };
}

/** The buckets whose names have room under the chart. */
export function namedBuckets(width: number, buckets: number): readonly number[] {
  const most = Math.max(1, Math.floor(width / NAME_WIDTH));
  const step = Math.max(1, Math.ceil(buckets / most));
  return Array.from({ length: Math.ceil(buckets / step) }, (_, nth) => nth * step);
}

/** Which bucket lies under a place in the drawing. */
export function bucketAt(x: number, { width }: Frame, buckets: number): number {
  return Math.max(0, Math.min(buckets - 1, Math.floor((x / width) * buckets)));
}

/** Where a key leads from a bucket; null: it is none of ours. */
export function bucketAfterKey(key: string, bucket: number, buckets: number): number | null {
  const last = buckets - 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, bucket + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, bucket - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
