/** How the drawing is seen: a point of it shows at `point * scale + (x, y)`. Lengths are units of the drawing. */
export interface MapView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

export const WHOLE: MapView = { scale: 1, x: 0, y: 0 };

/** At most, a px of a wide map is a twelfth of one: the coast has no more detail. */
const CLOSEST = 12;

/** Nearer or farther by `factor`; what shows at (x, y) stays where it is, unless the edge of the world would come in. */
export function zoomAt(view: MapView, factor: number, [x, y]: readonly [number, number], size: MapSize): MapView {
  const scale = Math.min(CLOSEST, Math.max(1, view.scale * factor));
  const by = scale / view.scale;
  return within({ scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by }, size);
}

export function panBy(view: MapView, dx: number, dy: number, size: MapSize): MapView {
  return within({ ...view, x: view.x + dx, y: view.y + dy }, size);
}

/** There is no looking past the edge of the world. */
function within({ scale, x, y }: MapView, { width, height }: MapSize): MapView {
  const between = (value: number, length: number): number => Math.min(0, Math.max(length * (1 - scale), value));
  return { scale, x: between(x, width), y: between(y, height) };
}

/** Where a key leads; null: it is none of the map's. */
export function viewAfterKey(view: MapView, key: string, size: MapSize): MapView | null {
  const middle = [size.width / 2, size.height / 2] as const;
  const step = size.width / 12;
  switch (key) {
    case '+':
    case '=':
      return zoomAt(view, 1.5, middle, size);
    case '-':
      return zoomAt(view, 1 / 1.5, middle, size);
    case '0':
      return WHOLE;
    case 'ArrowLeft':
      return panBy(view, step, 0, size);
    case 'ArrowRight':
      return panBy(view, -step, 0, size);
    case 'ArrowUp':
      return panBy(view, 0, step, size);
    case 'ArrowDown':
      return panBy(view, 0, -step, size);
    default:
      return null;
  }
}
