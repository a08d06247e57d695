export type Point = readonly [x: number, y: number];

export interface Circle {
  /** Its place. */
  readonly at: Point;
  readonly radius: number;
}

const ROUNDS = 60;
/** How much of the way to its place a circle takes back in each round. */
const PULL = 0.06;

/**
 * Where circles are drawn so that small neighbours can be told apart: at their places where there is room, else pushed aside, the
 * small ones more than the large ones. Lengths are of one unit, whichever.
 *
 * @param farthest no circle is drawn farther from its place than this
 */
export function spreadCircles(circles: readonly Circle[], farthest: number): readonly Point[] {
  const spots = circles.map(({ at: home, radius }): Spot => ({ home, radius, x: home[0], y: home[1] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let isCrowded = false;
    for (const [index, one] of spots.entries())
      for (const other of spots.slice(index + 1)) isCrowded = pushApart(one, other) || isCrowded;
    if (!isCrowded) break;
    for (const spot of spots) stayNear(spot, farthest);
  }
  return spots.map(({ x, y }) => [x, y]);
}

interface Spot {
  readonly home: Point;
  readonly radius: number;
  x: number;
  y: number;
}

/** @returns whether they overlapped */
function pushApart(one: Spot, other: Spot): boolean {
  // Of two in one place, the second goes to the right.
  const dx = other.x - one.x || 1e-6;
  const dy = other.y - one.y;
  const apart = Math.hypot(dx, dy);
  const missing = one.radius + other.radius - apart;
  if (missing <= 0) return false;
  const both = one.radius ** 2 + other.radius ** 2;
  const back = (missing * other.radius ** 2) / both / apart;
  const forth = (missing * one.radius ** 2) / both / apart;
  one.x -= dx * back;
  one.y -= dy * back;
  other.x += dx * forth;
  other.y += dy * forth;
  return true;
}

function stayNear(spot: Spot, farthest: number): void {
  const [x, y] = spot.home;
  const far = Math.hypot(spot.x - x, spot.y - y);
  const keep = Math.min(1 - PULL, far === 0 ? 1 : farthest / far);
  spot.x = x + (spot.x - x) * keep;
  spot.y = y + (spot.y - y) * keep;
}
