import type { VisitorRow, VisitorRowChange, VisitorStatus } from '@vetrina/protocol/visitor-row';
import type { LiveVisitor } from './live-visitor.ts';
import { sameData } from './same-data.ts';
import { statusOf } from './status.ts';

/** The row of a visitor as it stands at `now` (ms). */
export function rowOf(visitor: LiveVisitor, now: number): VisitorRow {
  return rowWith(visitor, statusOf(visitor, now));
}

/**
 * The row of a visitor whose status is known. Addresses (IP, full referrer) stay out: a row goes to every agent's screen.
 * Nested parts are shared with the visitor, which never changes in place.
 */
export function rowWith(visitor: LiveVisitor, status: VisitorStatus): VisitorRow {
  return {
    id: visitor.id,
    number: visitor.number,
    name: visitor.name,
    email: visitor.email,
    phone: visitor.phone,
    status,
    customer: visitor.customer,
    verified: visitor.verified,
    autoMessaged: visitor.autoMessaged,
    blocked: visitor.blocked,
    typing: visitor.typing,
    unread: visitor.unread,
    visits: visitor.visits,
    chats: visitor.chats,
    country: visitor.country,
    city: visitor.city,
    group: visitor.group,
    onlineSince: visitor.visitStartedAt,
    lastActivityAt: visitor.lastActivityAt,
    page: visitor.page,
    pageViews: visitor.pageViews,
    tabs: visitor.tabs,
    lastMessage: visitor.lastMessage,
    agents: visitor.agents as VisitorRow['agents'],
    source: visitor.source,
    device: visitor.device,
    browser: visitor.browser,
    os: visitor.os,
    language: visitor.language,
    variables: visitor.variables as VisitorRow['variables'],
  };
}

/** The fields that turn `before` into `after` (two states of one visitor's row), or null when they say the same. */
export function rowChange(before: VisitorRow, after: VisitorRow): VisitorRowChange | null {
  if (before === after) return null;
  let change: Record<string, unknown> | null = null;
  for (const field of FIELDS) {
    if (sameData(before[field], after[field])) continue;
    change ??= {};
    change[field] = after[field];
  }
  return change as VisitorRowChange | null;
}

type Field = keyof VisitorRowChange;

/** Every field but the id; the type makes a forgotten one an error. */
const EVERY_FIELD: Record<Field, true> = {
  number: true,
  name: true,
  email: true,
  phone: true,
  status: true,
  customer: true,
  verified: true,
  autoMessaged: true,
  blocked: true,
  typing: true,
  unread: true,
  visits: true,
  chats: true,
  country: true,
  city: true,
  group: true,
  onlineSince: true,
  lastActivityAt: true,
  page: true,
  pageViews: true,
  tabs: true,
  lastMessage: true,
  agents: true,
  source: true,
  device: true,
  browser: true,
  os: true,
  language: true,
  variables: true,
};
const FIELDS = Object.keys(EVERY_FIELD) as readonly Field[];
