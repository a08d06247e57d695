/** The support chat of this tab. `hidden`: it is there and hears answers; `answered`: with one that was not looked at. */
export type SupportState = 'none' | 'open' | 'hidden' | 'answered';

export interface SupportStore {
  readonly state: () => SupportState;
  readonly subscribe: (listener: () => void) => () => void;
  become(state: SupportState): void;
}

/** Outside of React: the box outlives every screen, and a button on any of them opens it. */
export function createSupportStore(): SupportStore {
  let state: SupportState = 'none';
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    become(next) {
      // An answer that comes while one reads is read.
      state = next === 'answered' && state !== 'hidden' ? state : next;
      for (const listener of listeners) listener();
    },
  };
}

export const supportStore = createSupportStore();
