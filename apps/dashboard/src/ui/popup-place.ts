/** Room between a button and what it opens, and between that and the edges of the screen, px. */
const GAP = 6;

interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Distances from the edges of the screen, px; the others are `auto`. */
export interface PopupPlace {
  readonly top: string;
  readonly bottom: string;
  readonly left: string;
  readonly right: string;
  readonly maxHeight: string;
}

/** Where a popup stands that opens from a button: on the side with more room, in line with the button's nearer edge. */
export function popupPlace(button: Edges, screen: { readonly width: number; readonly height: number }): PopupPlace {
  const isBelow = button.top + button.bottom <= screen.height;
  const isLeft = button.left + button.right <= screen.width;
  const room = isBelow ? screen.height - button.bottom : button.top;
  return {
    top: isBelow ? px(button.bottom + GAP) : 'auto',
    bottom: isBelow ? 'auto' : px(screen.height - button.top + GAP),
    left: isLeft ? px(Math.max(GAP, button.left)) : 'auto',
    right: isLeft ? 'auto' : px(Math.max(GAP, screen.width - button.right)),
    maxHeight: px(Math.max(0, room - 2 * GAP)),
  };
}

function px(length: number): string {
  return `${Math.round(length)}px`;
}
