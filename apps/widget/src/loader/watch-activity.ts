import { RHYTHM } from '@vetrina/protocol/limits';
import type { Activity } from '@vetrina/protocol/messages/activity';
import { listen, type PageWindow } from './page-window.ts';

type Kind = Activity['kind'];

const EVENTS: readonly (readonly [Kind, string])[] = [
  ['pointer', 'pointerdown pointermove'],
  ['key', 'keydown'],
  ['scroll', 'scroll wheel'],
  ['touch', 'touchstart'],
  ['focus', 'focus'],
];

/**
 * Reports that the visitor does something: the first thing after a silence at once, then at most every 15 s.
 *
 * @returns reports activity by hand, under the same limit
 */
export function watchActivity(w: PageWindow, report: (kind: Kind) => boolean): (kind: Kind) => void {
  let reportedAt = Number.NEGATIVE_INFINITY;
  const happened = (kind: Kind): void => {
    // Not the wall clock: set back by an hour it would mute the visitor for an hour.
    const now = w.performance.now();
    if (now - reportedAt >= RHYTHM.activity && report(kind)) reportedAt = now;
  };
  for (const [kind, types] of EVENTS) {
    listen(w, types, (event) => {
      // Scripts that dispatch events are not people. Focus counts for the window, not for every field in it.
      if (event.isTrusted && (kind !== 'focus' || event.target === w)) happened(kind);
    });
  }
  return happened;
}
