import type { DryRun } from '@vetrina/protocol/http/automation';

const HOUR = 3_600_000;

/** One hour of a dry run as a bar: what is sure below, what is perhaps on top of it. */
export interface Bar {
  readonly at: number;
  readonly sent: number;
  readonly perhaps: number;
}

/** A day by the reader's clock: from which bar on, and how many bars. */
export interface ChartDay {
  readonly name: string;
  readonly at: number;
  readonly first: number;
  readonly bars: readonly Bar[];
  readonly sent: number;
  readonly perhaps: number;
}

export interface HourChart {
  readonly bars: readonly Bar[];
  readonly days: readonly ChartDay[];
  /** The top of the scale: a round number, at least 1. */
  readonly top: number;
}

/** @param dayOf names the day of a moment; the reader's time zone is the caller's to know */
export function hourChart({ from, hours }: Pick<DryRun, 'from' | 'hours'>, dayOf: (at: number) => string): HourChart {
  const bars = hours.map((hour, index): Bar => ({ at: from + index * HOUR, ...hour }));
  const days: ChartDay[] = [];
  for (const [index, bar] of bars.entries()) {
    const name = dayOf(bar.at);
    const last = days.at(-1);
    if (last?.name === name) {
      days[days.length - 1] = {
        ...last,
        bars: [...last.bars, bar],
        sent: last.sent + bar.sent,
        perhaps: last.perhaps + bar.perhaps,
      };
    } else {
      days.push({ name, at: bar.at, first: index, bars: [bar], sent: bar.sent, perhaps: bar.perhaps });
    }
  }
  return { bars, days, top: roundTop(Math.max(0, ...bars.map(({ sent, perhaps }) => sent + perhaps))) };
}

/** 1, 2, 5, 10, 20, 50, …: the first that is not below. */
export function roundTop(most: number): number {
  for (let size = 1; ; size *= 10) {
    const top = [size, 2 * size, 5 * size].find((each) => each >= most);
    if (top !== undefined) return top;
  }
}
