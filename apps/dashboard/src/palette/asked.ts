import { useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What a command wants of the screen that it leads to. */
    asked?: Asked;
  }
}

/** `write`: the composer in a visitor's panel. `create`: the choice of what a new chatbot begins with. */
export type Asked = 'write' | 'create';

/** Does it once for every time that a command led here for it. */
export function useAsked(what: Asked, deed: () => void): void {
  const key = useLocation({ select: ({ state }) => (state.asked === what ? state.__TSR_key : undefined) });
  const act = useEffectEvent(deed);
  useEffect(() => {
    if (key !== undefined) act();
  }, [key]);
}
