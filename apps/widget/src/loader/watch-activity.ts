import { RHYTHM } from '@vetrina/protocol/limits';
import type { Activity } from '@vetrina/protocol/messages/activity';
import { listen, type PageWindow } from './page-window.ts';

type Kind = Activity['kind'];

/** Touching is a pointer event, too. */
const EVENTS = 'pointerdown pointermove keydown scroll wheel focus';

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
  listen(w, EVENTS, ({ type, isTrusted, target }) => {
    const [kind = 'scroll'] = type.match(/pointer|key|focus/) ?? [];
    // Scripts that dispatch events are not people. Focus counts for the window, not for every field in it.
    if (isTrusted && (kind !== 'focus' || target === w)) happened(kind as Kind);
  });
  return happened;
}
