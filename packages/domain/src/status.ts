import type { VisitorStatus } from '@vetrina/protocol/visitor-row';
import type { LiveVisitor } from './live-visitor.ts';
import { nextPresenceChange, PRESENCE } from './presence.ts';

/** V2: someone is active for this many ms after the last activity. */
export const ACTIVE_FOR = 600_000;

/**
 * Was there activity in the last 10 minutes? For someone whose last tab went, the clock stops at that moment: in the
 * grace nothing changes on screen, and a row shown as left stays where it stood.
 */
export function isActive(visitor: LiveVisitor, now: number): boolean {
  const at = visitor.presence.state === 'here' ? now : visitor.presence.since;
  return at - visitor.lastActivityAt < ACTIVE_FOR;
}

/** Has the grace of V1 run out by `now` (ms)? True as well for someone who should be off the list already. */
export function hasLeft(visitor: LiveVisitor, now: number): boolean {
  const { presence } = visitor;
  return presence.state === 'left' || (presence.state === 'leaving' && now - presence.since >= PRESENCE.grace);
}

/** V2: the status shown at `now` (ms). Leaving looks like being here. */
export function statusOf(visitor: LiveVisitor, now: number): VisitorStatus {
  if (hasLeft(visitor, now)) return 'left';
  switch (visitor.chat.state) {
    case 'waiting':
      return 'new-chat';
    case 'chatting':
      return 'chatting';
    case 'none':
      return isActive(visitor, now) ? 'active' : 'inactive';
  }
}

/**
 * The next moment (ms since 1970) at which something shown changes by time alone: the status, standing under Active (also
 * while in chat), or being on the list at all; null: nothing will. A moment that is not after `now` means that the
 * visitor is due off the list already.
 */
export function nextStatusChange(visitor: LiveVisitor, now: number): number | null {
  const { presence } = visitor;
  if (presence.state === 'here') return isActive(visitor, now) ? visitor.lastActivityAt + ACTIVE_FOR : null;
  return hasLeft(visitor, now) ? presence.since + PRESENCE.gone : nextPresenceChange(presence);
}
