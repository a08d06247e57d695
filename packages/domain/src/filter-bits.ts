import { FILTERS, type ListFilter } from '@vetrina/protocol/messages/list-shape';
import type { LiveVisitor } from './live-visitor.ts';
import { isActive } from './status.ts';

/** The bit of one filter within a visitor's bits. */
export function bitOf(filter: ListFilter): number {
  return 1 << FILTERS.indexOf(filter);
}

const ALL = bitOf('all');
const ACTIVE = bitOf('active');
const IN_CHAT = bitOf('in-chat');
const CUSTOMERS = bitOf('customers');
const AUTO_MESSAGED = bitOf('auto-messaged');
const BLOCKED = bitOf('blocked');

/**
 * V4: bit i says whether the visitor stands in the window of `FILTERS[i]` at `now` (ms). Active goes by activity, not by
 * status: whoever did something in the last 10 minutes is active, in chat or not. Someone shown as left stays in the
 * windows where they stood when the last tab went; that is why this reads the visitor and not the row.
 */
export function bitsOf(visitor: LiveVisitor, now: number): number {
  let bits = ALL;
  if (isActive(visitor, now)) bits |= ACTIVE;
  if (visitor.chat.state !== 'none') bits |= IN_CHAT;
  if (visitor.customer) bits |= CUSTOMERS;
  if (visitor.autoMessaged) bits |= AUTO_MESSAGED;
  if (visitor.blocked) bits |= BLOCKED;
  return bits;
}
