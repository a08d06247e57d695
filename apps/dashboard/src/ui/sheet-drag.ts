/** A pull down on a sheet: how far, px, and how fast at its end, px/ms. */
export interface Pull {
  readonly distance: number;
  readonly speed: number;
}

/** Pulled past this share of its height it goes, however slowly. */
const FAR = 0.3;
/** A flick, px/ms; a shorter way than `LEAST` px is a tremble. */
const FAST = 0.5;
const LEAST = 24;

/** Whether a sheet that is let go of closes; otherwise it slides up again. */
export function isPulledShut({ distance, speed }: Pull, height: number): boolean {
  return distance > height * FAR || (distance > LEAST && speed > FAST);
}

/** A place of the finger and when it was there, px and ms. */
export interface Touch {
  readonly y: number;
  readonly at: number;
}

/** How fast the finger moved lately, px/ms: by the last tenth of a second, or what a hesitation before would say is told too. */
export function speedOf(touches: readonly Touch[]): number {
  const last = touches.at(-1);
  const first = last && touches.find(({ at }) => last.at - at < 100);
  if (!first || last.at === first.at) return 0;
  return (last.y - first.y) / (last.at - first.at);
}
