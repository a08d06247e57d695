import type { ListSort, SortColumn } from '@vetrina/protocol/messages/list-shape';
import { fold } from './fold.ts';
import type { ListedVisitor } from './listed.ts';

export type CompareVisitors = (a: ListedVisitor, b: ListedVisitor) => number;

/**
 * The order of the list under a sort (V2): negative when `a` stands above `b`. Strict: two different visitors never tie,
 * because equals are told apart by newest arrival and then by id, whatever the direction. Someone of whom the column
 * knows nothing stands below everyone else in both directions.
 *
 * `status`, `descending` is V2's own order, the most urgent first. `online` goes by time on site (longest first when
 * descending), `last-message` by its time (latest first when descending). Text is compared folded, character by
 * character: the same in every language, and a small part of a collator's cost.
 */
export function compareFor(sort: ListSort): CompareVisitors {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const compare = columnOrder(sort.column);
  return (a, b) => compare(a, b, sign) || b.arrival - a.arrival || byText(a.row.id, b.row.id);
}

/** Takes the direction along, so that it can be kept from what is unknown. */
type ColumnOrder = (a: ListedVisitor, b: ListedVisitor, sign: 1 | -1) => number;

function columnOrder(column: SortColumn): ColumnOrder {
  switch (column) {
    case 'status':
      return (a, b, sign) => sign * (a.rank - b.rank || b.within - a.within);
    case 'visitor':
      return byKnownText((visitor) => visitor.name || null);
    case 'country':
      return (a, b, sign) => byCountry(a, b, sign) || byCity(a, b, sign);
    case 'group':
      return byKnownText((visitor) => visitor.row.group && fold(visitor.row.group));
    case 'online':
      return (a, b, sign) => sign * (b.arrival - a.arrival);
    case 'page':
      return (a, b, sign) => sign * byText(a.pageText, b.pageText);
    case 'last-message':
      return byKnown((visitor) => visitor.row.lastMessage?.at ?? null, byNumber);
    case 'agents':
      return byKnownText((visitor) => (visitor.row.agents[0] ? fold(visitor.row.agents[0].name) : null));
    case 'source':
      return byKnownText((visitor) => visitor.row.source && fold(visitor.row.source));
    case 'device':
      return byKnownText((visitor) => visitor.row.device);
    case 'browser':
      return byKnownText((visitor) => visitor.row.browser && fold(visitor.row.browser));
    case 'os':
      return byKnownText((visitor) => visitor.row.os && fold(visitor.row.os));
    case 'language':
      return byKnownText((visitor) => visitor.row.language && fold(visitor.row.language));
    case 'visits':
      return (a, b, sign) => sign * (a.row.visits - b.row.visits);
    default:
      return byVariable(column.slice('variable:'.length));
  }
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function byKnown<T>(read: (visitor: ListedVisitor) => T | null, compare: (a: T, b: T) => number): ColumnOrder {
  return (a, b, sign) => {
    const left = read(a);
    const right = read(b);
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    return sign * compare(left, right);
  };
}

/** An empty text is nothing known. */
function byKnownText(read: (visitor: ListedVisitor) => string | null): ColumnOrder {
  return byKnown((visitor) => read(visitor) || null, byText);
}

const byCountry = byKnownText((visitor) => visitor.row.country);
const byCity = byKnownText((visitor) => visitor.row.city && fold(visitor.row.city));

const NUMERIC = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** Numbers by size and below all texts, so that a basket of 9.90 stands below one of 10.50. */
function byVariable(key: string): ColumnOrder {
  return byKnown((visitor) => {
    const { variables } = visitor.row;
    return (Object.hasOwn(variables, key) && fold(variables[key] ?? '')) || null;
  }, byNumericText);
}

function byNumericText(a: string, b: string): number {
  const left = NUMERIC.test(a);
  const right = NUMERIC.test(b);
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return byText(a, b);
}
