import { startBox as startBoxOn } from '../box/start-box.ts';
import { bridgeOver } from './bridge-over.ts';
import type { Link } from './link.ts';

/** What the loader calls, once. */
export function startBox(link: Link): void {
  startBoxOn(bridgeOver(window, link));
}
