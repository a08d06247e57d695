import { useSyncExternalStore } from 'react';

/**
 * Keys of one letter can be switched off (WCAG 2.1.4). Kept in this browser and not with the person: whether a letter can
 * come by mistake depends on what this machine is spoken or typed to with.
 */
const PLACE = 'vetrina letter keys';

const listeners = new Set<() => void>();
/** For browsers that keep nothing. */
let fallback = true;

export function hasLetterKeys(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off';
  } catch {
    return fallback;
  }
}

function keep(on: boolean): void {
  fallback = on;
  try {
    localStorage.setItem(PLACE, on ? 'on' : 'off');
  } catch {
    // Until the page is left, then.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

export function useLetterKeys() {
  return [useSyncExternalStore(subscribe, hasLetterKeys), keep] as const;
}
