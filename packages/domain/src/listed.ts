import { STATUSES, type VisitorRow, type VisitorStatus } from '@vetrina/protocol/visitor-row';
import { countryText } from './country-names.ts';
import { bitsOf } from './filter-bits.ts';
import { fold } from './fold.ts';
import type { LiveVisitor } from './live-visitor.ts';
import { rowWith } from './row.ts';
import { statusOf } from './status.ts';

/** A visitor made ready for the list: beside it, everything that filters, search and order read often. Immutable. */
export interface ListedVisitor {
  readonly visitor: LiveVisitor;
  readonly status: VisitorStatus;
  /** What a screen is sent. Made when first asked for: most visitors are never on a screen. */
  readonly row: VisitorRow;
  /** The searched texts, folded, one per line: those that rarely change, then title and address of the current page. */
  readonly text: string;
  /** Where in `text` the page begins. */
  readonly pageAt: number;
  /** Folded name for sorting; empty for someone without a name. */
  readonly name: string;
  /** V4: bit i says whether the visitor stands in the window of `FILTERS[i]`, also while shown as left. */
  readonly filters: number;
  /** V2: the status as a number, the most urgent greatest. */
  readonly rank: number;
  /** V2: place within people of the same status, the smallest first. */
  readonly within: number;
}

/**
 * Makes a visitor ready for the list as of `now` (ms). `previous` is what was made of the same visitor before: texts
 * whose sources did not change are taken over from it, so that most events fold nothing and a page view only the page.
 */
export function listed(visitor: LiveVisitor, now: number, previous?: ListedVisitor): ListedVisitor {
  return new Listed(visitor, now, previous);
}

class Listed implements ListedVisitor {
  readonly visitor: LiveVisitor;
  readonly status: VisitorStatus;
  readonly text: string;
  readonly pageAt: number;
  readonly name: string;
  readonly filters: number;
  readonly rank: number;
  readonly within: number;
  #row: VisitorRow | null = null;

  constructor(visitor: LiveVisitor, now: number, previous: ListedVisitor | undefined) {
    const before = previous?.visitor;
    const keepsFixed = before !== undefined && sameFixedSources(before, visitor);
    this.visitor = visitor;
    this.status = statusOf(visitor, now);
    if (keepsFixed && previous && samePage(before, visitor)) {
      this.text = previous.text;
      this.pageAt = previous.pageAt;
    } else {
      const fixed = keepsFixed && previous ? previous.text.slice(0, previous.pageAt) : fixedTextOf(visitor);
      // Joined, because a template leaves the parts apart in memory, and every search of it pays for that.
      this.text = [fixed, pageTextOf(visitor)].join('');
      this.pageAt = fixed.length;
    }
    this.name = previous && before?.name === visitor.name ? previous.name : fold(visitor.name ?? '');
    this.filters = bitsOf(visitor, now);
    this.rank = RANK[this.status];
    this.within = placeWithin(visitor, this.status);
  }

  get row(): VisitorRow {
    this.#row ??= rowWith(this.visitor, this.status);
    return this.#row;
  }
}

function pageTextOf({ page }: LiveVisitor): string {
  return `${fold(page.title)}\n${fold(page.url)}`;
}

/** Ends with a line break, so that the page begins on a line of its own. */
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
  lines.push('');
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
function placeWithin(visitor: LiveVisitor, status: VisitorStatus): number {
  switch (status) {
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
