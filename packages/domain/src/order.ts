import type { ListSort, SortColumn } from '@vetrina/protocol/messages/list-shape';
import { fold } from './fold.ts';
import type { ListedVisitor } from './listed.ts';
import type { LiveVisitor } from './live-visitor.ts';

export type CompareVisitors = (a: ListedVisitor, b: ListedVisitor) => number;

/** An order of the list, with the number by which it sorts first. */
export interface VisitorOrder {
  readonly compare: CompareVisitors;
  /** `rankOf(a) < rankOf(b)` means that `a` stands above `b`; equal ranks leave it to `compare`. */
  readonly rankOf: (visitor: ListedVisitor) => number;
}

/**
 * The order of the list under a sort (V2): `compare` is negative when `a` stands above `b`. Strict: two different visitors
 * never tie, because equals are told apart by newest arrival and then by id, whatever the direction. Someone of whom the
 * column knows nothing stands below everyone else in both directions.
 *
 * `status`, `descending` is V2's own order, the most urgent first. `online` goes by time on site (longest first when
 * descending), `last-message` by its time (latest first when descending). Text is compared folded, character by
 * character: the same in every language, and a small part of a collator's cost.
 */
export function orderFor(sort: ListSort): VisitorOrder {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const column = columnOf(sort.column);
  return {
    compare: (a, b) =>
      column.compare(a, b, sign) ||
      b.visitor.visitStartedAt - a.visitor.visitStartedAt ||
      byText(a.visitor.id, b.visitor.id),
    rankOf: (visitor) => column.rankOf(visitor, sign),
  };
}

/** Takes the direction along, so that it can be kept from what is unknown. */
interface Column {
  compare(a: ListedVisitor, b: ListedVisitor, sign: 1 | -1): number;
  rankOf(visitor: ListedVisitor, sign: 1 | -1): number;
}

function columnOf(column: SortColumn): Column {
  switch (column) {
    case 'status':
      return byNumber(({ rank, within }) => rank * BEYOND_ANY_TIME - within);
    case 'visitor':
      return byKnown(({ name }) => name || null, byText, textRank);
    case 'country':
      return byCountry;
    case 'group':
      return byFolded(({ group }) => group);
    case 'online':
      return byNumber(({ visitor }) => -visitor.visitStartedAt);
    case 'page':
      return byKnown(({ text, pageAt }) => text.slice(pageAt), byText, textRank);
    case 'last-message':
      return byNumber(({ visitor }) => visitor.lastMessage?.at ?? null);
    case 'agents':
      return byFolded(({ agents }) => agents[0]?.name ?? null);
    case 'source':
      return byFolded(({ source }) => source);
    case 'device':
      return byFolded(({ device }) => device);
    case 'browser':
      return byFolded(({ browser }) => browser);
    case 'os':
      return byFolded(({ os }) => os);
    case 'language':
      return byFolded(({ language }) => language);
    case 'visits':
      return byNumber(({ visitor }) => visitor.visits);
    default:
      return byVariable(column.slice('variable:'.length));
  }
}

/** More than any time in ms, either side of 0, and small enough that a few of them are exact. */
const BEYOND_ANY_TIME = 2 ** 43;

/** Null is unknown. `rank` rises with `compare`, if only roughly. */
function byKnown<T>(
  read: (visitor: ListedVisitor) => T | null,
  compare: (a: T, b: T) => number,
  rank: (value: T) => number,
): Column {
  return {
    compare: (a, b, sign) => {
      const left = read(a);
      const right = read(b);
      if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
      return sign * compare(left, right);
    },
    rankOf: (visitor, sign) => {
      const value = read(visitor);
      return value === null ? Number.POSITIVE_INFINITY : sign * rank(value);
    },
  };
}

function byNumber(read: (visitor: ListedVisitor) => number | null): Column {
  return byKnown(
    read,
    (a, b) => a - b,
    (value) => value,
  );
}

/** An empty text is nothing known. */
function byFolded(read: (visitor: LiveVisitor) => string | null): Column {
  return byKnown(({ visitor }) => fold(read(visitor) ?? '') || null, byText, textRank);
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The first three characters as one number: all that fit exactly, with some room above. */
function textRank(text: string): number {
  let rank = 0;
  for (let at = 0; at < 3; at++) rank = rank * 2 ** 16 + (at < text.length ? text.charCodeAt(at) : 0);
  return rank;
}

const byCity = byFolded(({ city }) => city);
const byCountryAlone = byKnown(({ visitor }) => visitor.country || null, byText, textRank);
const byCountry: Column = {
  compare: (a, b, sign) => byCountryAlone.compare(a, b, sign) || byCity.compare(a, b, sign),
  rankOf: byCountryAlone.rankOf,
};

const NUMERIC = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
/** More than a number of 15 digits. */
const BEYOND_ANY_NUMBER = 2 ** 50;

/** Numbers by size and below all texts, so that a basket of 9.90 stands below one of 10.50. */
function byVariable(key: string): Column {
  const read = ({ visitor: { variables } }: ListedVisitor) =>
    (Object.hasOwn(variables, key) && fold(variables[key] ?? '')) || null;
  const rank = (text: string) => (NUMERIC.test(text) ? Number(text) : BEYOND_ANY_NUMBER + textRank(text));
  return byKnown(read, byNumericText, rank);
}

function byNumericText(a: string, b: string): number {
  const left = NUMERIC.test(a);
  const right = NUMERIC.test(b);
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return byText(a, b);
}
