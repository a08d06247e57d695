import { createContext, type MouseEvent, useContext } from 'react';
import type { HelpPageName } from './contents.ts';

/** How one gets from a page of help to elsewhere: in the panel it stays in the panel, on its own screen it is a navigation. */
export interface HelpWays {
  toPage(page: HelpPageName, anchor: string | null): void;
  /** `href`: an address of the dashboard. */
  toScreen(href: string): void;
}

export const HelpWaysContext = createContext<HelpWays | null>(null);

export function useHelpWays(): HelpWays {
  const ways = useContext(HelpWaysContext);
  if (ways === null) throw new Error('a page of help is drawn outside of its frame');
  return ways;
}

export const helpHref = (page: string, anchor: string | null): string => `/help/${page}${anchor ? `#${anchor}` : ''}`;

/** Follows a link without loading; whoever wants another tab gets one. */
export function follow(go: () => void) {
  return (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go();
  };
}
