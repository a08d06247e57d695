import { useEffect } from 'react';

/** Less is no keyboard but a bar of the browser that comes and goes, px. */
const LEAST = 80;

/**
 * N4: tells the style sheets (`--keyboard`) how much of the page a soft keyboard covers. Where browsers make the page smaller
 * for it, as `interactive-widget` in index.html asks, that is nothing; Safari on iOS lays its keyboard over the page.
 */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const { visualViewport: seen, document: page } = window;
    if (!seen) return;
    const measure = (): void => {
      const covered = Math.round(innerHeight - seen.height * seen.scale);
      const keyboard = covered < LEAST ? 0 : covered;
      page.documentElement.style.setProperty('--keyboard', `${keyboard}px`);
      // Safari has moved the page up to show the field, which now shows by itself.
      if (keyboard > 0) scrollTo(0, 0);
    };
    seen.addEventListener('resize', measure);
    return () => seen.removeEventListener('resize', measure);
  }, []);
}
