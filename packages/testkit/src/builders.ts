import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import { rowOf } from '@vetrina/domain/row';
import type { AgentId, PageViewId, VisitorId } from '@vetrina/protocol/ids';
import type { Page } from '@vetrina/protocol/messages/page';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';

/** The moment that builders call now: Monday, 2 June 2025, 10:00 UTC. */
export const NOW = Date.UTC(2025, 5, 2, 10);

const MINUTE = 60_000;

/** The id of the nth visitor of a test, well formed and the same in every run. */
export function visitorIdOf(nth: number): VisitorId {
  return `vi${String(nth).padStart(22, '0')}` as VisitorId;
}

/** The id of the nth agent of a test. */
export function agentIdOf(nth: number): AgentId {
  return `ag${String(nth).padStart(22, '0')}` as AgentId;
}

/** A visitor on the home page of a shop for two minutes, active, anonymous, on the first visit. */
export function aVisitor(overrides: Partial<LiveVisitor> = {}): LiveVisitor {
  return {
    id: visitorIdOf(1),
    number: 1,
    name: null,
    email: null,
    phone: null,
    customer: false,
    verified: false,
    autoMessaged: false,
    blocked: false,
    visits: 1,
    chats: 0,
    country: 'IT',
    city: 'Milano',
    group: null,
    presence: { state: 'here' },
    chat: { state: 'none' },
    typing: false,
    unread: 0,
    lastMessage: null,
    agents: [],
    visitStartedAt: NOW - 2 * MINUTE,
    lastActivityAt: NOW - MINUTE,
    page: { url: 'https://shop.example/', title: 'Home' },
    pageViews: 1,
    tabs: 1,
    source: null,
    referrer: null,
    device: 'desktop',
    browser: 'Firefox',
    os: 'Linux',
    language: 'it-IT',
    variables: {},
    ip: null,
    ...overrides,
  };
}

/** The row of `aVisitor()` at `NOW`, with whatever the test cares about in place. */
export function aRow(overrides: Partial<VisitorRow> = {}): VisitorRow {
  return { ...rowOf(aVisitor(), NOW), ...overrides };
}

/** A page as a browser reports it. */
export function aPage(overrides: Partial<Page> = {}): Page {
  return { id: 'page-0001' as PageViewId, url: 'https://shop.example/', title: 'Home', ...overrides };
}

/** A window that shows these rows and nothing else. */
export function aWindow(rows: VisitorRow[], overrides: Partial<ListWindow> = {}): ListWindow {
  return {
    type: 'window',
    watch: 1,
    revision: 0,
    offset: 0,
    rows,
    total: rows.length,
    totalIsFinal: true,
    counts: { all: rows.length, active: 0, 'in-chat': 0, customers: 0, 'auto-messaged': 0, blocked: 0 },
    unlisted: { bots: 0, countedOnly: 0 },
    serverTime: NOW,
    ...overrides,
  };
}
