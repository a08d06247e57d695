import type { TabId } from '@vetrina/protocol/ids';
import type { PresenceEvent } from '../presence/ports.ts';
import { alter, type VisitorChange } from './changes.ts';
import type { VisitJournal } from './ports.ts';
import { currentTab, type OnSite, type Stay } from './stay.ts';

type PresenceChanged = Extract<PresenceEvent, { kind: 'changed' }>;
type Gone = Extract<PresenceEvent, { kind: 'gone' }>;

/** A tab closed and did not come back: its page ends, and another tab's page is shown. */
export function closeTab(journal: VisitJournal, stay: Stay, tab: TabId, closedAt: number): void {
  const at = stay.tabs.findIndex((one) => one.id === tab);
  const [closed] = at === -1 ? [] : stay.tabs.splice(at, 1);
  if (closed === undefined) return;
  const { account, visit } = stay;
  journal.append({
    account,
    visitor: stay.visitor.id,
    kind: 'page-ended',
    visit,
    page: closed.page.savedAs,
    at: closedAt,
  });
  const shown = currentTab(stay)?.page;
  if (shown !== undefined) alter(stay, { page: { url: shown.url, title: shown.title } });
}

/** Here, leaving, left, back again (V1). Null: as it was. */
export function changePresence(stay: Stay, event: PresenceChanged): VisitorChange | null {
  const { presence, tabs } = stay.visitor;
  if (presence.state === event.presence.state && tabs === event.tabs) return null;
  alter(stay, { presence: event.presence, tabs: event.tabs });
  return { kind: 'presence-changed', account: stay.account, visitor: stay.visitor, at: event.at };
}

/** The visit is over; it ended when the last tab closed. */
export function endVisit(journal: VisitJournal, onSite: OnSite, stay: Stay, event: Gone): VisitorChange {
  onSite.remove(stay, event.at);
  const { account, visit, visitor } = stay;
  journal.append({ account, visitor: visitor.id, kind: 'visit-ended', visit, at: event.lastHere });
  return { kind: 'gone', account, visitor, at: event.at };
}
