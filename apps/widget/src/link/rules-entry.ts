import { startRules } from '../rules/start-rules.ts';
import type { Link } from './link.ts';

/** What the loader calls, once. */
export function start(link: Link): void {
  startRules(window, link);
}
