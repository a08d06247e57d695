import { alter, type VisitorChange } from './changes.ts';
import { currentTab, type OpenTab, type Stay } from './stay.ts';

/** The visitor did something in this tab: active again, and this tab's page is the one shown. Not saved: it is presence. */
export function recordActivity(stay: Stay, tab: OpenTab, at: number): VisitorChange {
  const before = currentTab(stay);
  tab.usedAt = at;
  const facts = { lastActivityAt: at };
  alter(stay, before === tab ? facts : { ...facts, page: { url: tab.page.url, title: tab.page.title } });
  return { kind: 'active', account: stay.account, visitor: stay.visitor, at };
}
