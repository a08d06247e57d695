import { useEffect, useRef } from 'react';
import { BackLayers } from './back-layers.ts';
import { TOUCH } from './use-is-phone.ts';

let layers: BackLayers | null = null;

/** One for the page, made when it is first needed: there is one history. */
function pageLayers(): BackLayers {
  if (layers) return layers;
  const made = new BackLayers({
    get state() {
      return history.state;
    },
    // The router has put its own in front of it.
    pushState: (state) => History.prototype.pushState.call(history, state, ''),
    back: () => history.back(),
  });
  // Before the router hears of it.
  addEventListener('popstate', (event) => made.popped() && event.stopImmediatePropagation(), { capture: true });
  layers = made;
  return made;
}

/** The router went on: called by whoever subscribes to it. */
export function layersMoved(): void {
  layers?.moved();
}

/** N5: to the entry before this page's. */
export function stepBackOverLayers(): void {
  pageLayers().stepBack();
}

/** N5: while `isOpen`, Back closes this layer. Where there is no such button under the thumb, history stays as it is. */
export function useBackCloses(isOpen: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!isOpen || !matchMedia(TOUCH).matches) return;
    return pageLayers().open(() => close.current());
  }, [isOpen]);
}
