import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Tells the style sheet what the soft keyboard leaves of the window: browsers shrink only the visual viewport, so that a
 * full-screen panel would have its composer behind the keys.
 */
export function useVisibleHeight(w: Window & typeof globalThis, element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = w.visualViewport;
    if (!viewport) return;
    const measure = (): void => {
      element.current?.style.setProperty('--visible-height', `${viewport.height}px`);
      element.current?.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
    };
    measure();
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
    };
  }, []);
}
