/** Where a finger is, px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** `undecided`: it may still be a tap. */
export type Way = 'undecided' | 'across' | 'along';

/** A finger that rests trembles, px. */
const TREMBLE = 8;
/** Who scrolls a list moves sideways as well: across is what clearly goes across. */
const CLEARLY = 1.4;

/** N6: what a movement is going to be. Once it is `along`, the list scrolls, and nothing else happens. */
export function wayOf(from: Place, to: Place): Way {
  const [across, along] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  if (Math.max(across, along) < TREMBLE) return 'undecided';
  return across > along * CLEARLY ? 'across' : 'along';
}

/** A row is pulled so far before letting go means something: a third of it, or a thumb's comfortable way, px. */
const FAR = 112;

export function isFar(distance: number, width: number): boolean {
  return Math.abs(distance) >= Math.min(FAR, width / 3);
}

/** How far a row follows the finger: to a side with nothing behind it hardly, as if it were stuck. */
export function followed(distance: number, has: { readonly left: boolean; readonly right: boolean }): number {
  return (distance < 0 ? has.left : has.right) ? distance : distance / 6;
}

/** A list follows a pull down with growing resistance, px. */
export function resisted(distance: number): number {
  return distance <= 0 ? 0 : 120 * (1 - Math.exp(-distance / 160));
}

/** Pulled down so far a list is asked for anew when it is let go of, px of the list. */
export const PULLED = 64;
