import type { ViewId, VisitorId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { SORT_COLUMNS, type SortColumn } from '@vetrina/protocol/messages/list-shape';

// The words of an address that are more than a list. A test holds both against the protocol's schemas, which would
// cost every screen 27 kB.

export function isVisitorId(word: unknown): word is VisitorId {
  return typeof word === 'string' && /^vi[A-Za-z0-9_-]{22}$/.test(word);
}

export function isViewId(word: unknown): word is ViewId {
  return typeof word === 'string' && /^vw[A-Za-z0-9_-]{22}$/.test(word);
}

export function isSortColumn(word: string): word is SortColumn {
  if ((SORT_COLUMNS as readonly string[]).includes(word)) return true;
  const [, variable] = /^variable:(.+)$/s.exec(word) ?? [];
  return variable !== undefined && variable.length <= LIMITS.variableKey;
}
