import { STATUSES, type VisitorRow, type VisitorStatus } from '@vetrina/protocol/visitor-row';
import { countryText } from './country-names.ts';
import { bitsOf } from './filter-bits.ts';
import { fold } from './fold.ts';
import type { LiveVisitor } from './live-visitor.ts';
import { rowOf } from './row.ts';

/** A visitor made ready for the list: the row, and beside it everything that filters, search and order read often. */
export interface ListedVisitor {
  readonly visitor: LiveVisitor;
  readonly row: VisitorRow;
  /** The searched texts that rarely change, folded, one per line. */
  readonly fixedText: string;
  /** Title and address of the current page, folded, one per line: changes with every page view. */
  readonly pageText: string;
  /** Folded name for sorting; empty for someone without a name. */
  readonly name: string;
  /** V4: bit i says whether the visitor stands in the window of `FILTERS[i]`, also while shown as left. */
  readonly filters: number;
  /** V2: the status as a number, the most urgent greatest. */
  readonly rank: number;
  /** V2: place within people of the same status, the smallest first. */
  readonly within: number;
  /** Start of this visit, ms since 1970: the newest arrival comes first among equals. */
  readonly arrival: number;
}

/**
 * Makes a visitor ready for the list as of `now` (ms). `previous` is what was made of the same visitor before: texts
 * whose sources did not change are taken over from it, so that most events fold nothing and a page view only the page.
 */
export function listed(visitor: LiveVisitor, now: number, previous?: ListedVisitor): ListedVisitor {
  const row = rowOf(visitor, now);
  const before = previous?.visitor;
  const keepsFixed = before !== undefined && sameFixedSources(before, visitor);
  const keepsPage = before !== undefined && samePage(before, visitor);
  return {
    visitor,
    row,
    fixedText: keepsFixed && previous ? previous.fixedText : fixedTextOf(visitor),
    pageText: keepsPage && previous ? previous.pageText : pageTextOf(visitor),
    name: before !== undefined && previous && before.name === visitor.name ? previous.name : fold(visitor.name ?? ''),
    filters: bitsOf(visitor, now),
    rank: RANK[row.status],
    within: placeWithin(visitor, row),
    arrival: visitor.visitStartedAt,
  };
}

/** Joined, because a template leaves the two parts apart in memory, and every search of it pays for that. */
function pageTextOf({ page }: LiveVisitor): string {
  return [fold(page.title), fold(page.url)].join('\n');
}

function fixedTextOf(visitor: LiveVisitor): string {
  const lines: string[] = [];
  const add = (text: string | null) => {
    if (text !== null && text !== '') lines.push(fold(text));
  };
  // Someone without a name is shown by number.
  add(visitor.name ?? `visitor ${visitor.number}`);
  add(visitor.email);
  add(visitor.phone);
  if (visitor.country !== null) lines.push(countryText(visitor.country));
  add(visitor.city);
  add(visitor.group);
  add(visitor.source);
  add(visitor.referrer);
  add(visitor.browser);
  add(visitor.os);
  add(visitor.ip);
  for (const key of Object.keys(visitor.variables)) add(`${key}:${visitor.variables[key]}`);
  add(visitor.lastMessage?.text ?? null);
  return lines.join('\n');
}

function sameFixedSources(a: LiveVisitor, b: LiveVisitor): boolean {
  return (
    a.name === b.name &&
    a.number === b.number &&
    a.email === b.email &&
    a.phone === b.phone &&
    a.country === b.country &&
    a.city === b.city &&
    a.group === b.group &&
    a.source === b.source &&
    a.referrer === b.referrer &&
    a.browser === b.browser &&
    a.os === b.os &&
    a.ip === b.ip &&
    a.variables === b.variables &&
    (a.lastMessage === b.lastMessage || a.lastMessage?.text === b.lastMessage?.text)
  );
}

function samePage(a: LiveVisitor, b: LiveVisitor): boolean {
  return a.page === b.page || (a.page.url === b.page.url && a.page.title === b.page.title);
}

const RANK = Object.fromEntries(STATUSES.map((status, index) => [status, STATUSES.length - index])) as Record<
  VisitorStatus,
  number
>;

/** V2: new chat by longest wait, chatting by latest message, active by newest arrival, inactive by latest activity. */
function placeWithin(visitor: LiveVisitor, row: VisitorRow): number {
  switch (row.status) {
    case 'new-chat':
      return visitor.chat.state === 'waiting' ? visitor.chat.since : 0;
    case 'chatting':
      return visitor.chat.state === 'chatting' ? -visitor.chat.lastMessageAt : 0;
    case 'active':
      return -visitor.visitStartedAt;
    case 'inactive':
      return -visitor.lastActivityAt;
    case 'left':
      return visitor.presence.state === 'here' ? 0 : -visitor.presence.since;
  }
}
