import type { PageViewId } from '@vetrina/protocol/ids';
import { alter, type VisitorChange } from './changes.ts';
import type { VisitJournal } from './ports.ts';
import { currentTab, type OpenTab, type Stay } from './stay.ts';

/** A page's title became known or changed. Null: the tab shows another page by now, or the title is the same. */
export function retitlePage(
  journal: VisitJournal,
  stay: Stay,
  tab: OpenTab,
  page: PageViewId,
  title: string,
  at: number,
): VisitorChange | null {
  if (tab.page.id !== page || tab.page.title === title) return null;
  tab.page = { ...tab.page, title };
  const key = { account: stay.account, visitor: stay.visitor.id };
  journal.append({ ...key, kind: 'page-titled', visit: stay.visit, page: tab.page.savedAs, title });
  if (currentTab(stay) === tab) alter(stay, { page: { url: tab.page.url, title } });
  return { kind: 'retitled', account: stay.account, visitor: stay.visitor, at };
}
