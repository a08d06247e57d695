/**
 * Who sends when, in an open loop: `visitors` take turns evenly over `periodMs`, whatever the server answers. Number `n`
 * of the schedule belongs to visitor `n % visitors`.
 */
export interface Schedule {
  /** Everything due by `now` that was not handed out before, oldest first. */
  due(now: number): Generator<{ readonly visitor: number; readonly intended: number }>;
}

export function openLoop(visitors: number, periodMs: number, startsAt: number): Schedule {
  let next = 0;
  return {
    *due(now) {
      for (;;) {
        const intended = startsAt + (next * periodMs) / visitors;
        if (intended > now || visitors === 0) return;
        yield { visitor: next % visitors, intended };
        next += 1;
      }
    },
  };
}
