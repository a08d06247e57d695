import { startBox as startBoxOn } from '../box/start-box.ts';
import { bridgeOver } from './bridge-over.ts';
import type { Link } from './link.ts';

/** What the loader calls, once. */
export function start(link: Link): void {
  startBoxOn(bridgeOver(window, link));
}

/** The same for pages that were opened with an older loader and are still open. */
export const startBox = start;
