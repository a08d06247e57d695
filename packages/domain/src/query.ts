import { fold } from './fold.ts';
import type { ListedVisitor } from './listed.ts';
import { type Comparison, parseComparison, parseDuration, parseNumber } from './query-comparison.ts';
import { answers } from './query-match.ts';
import {
  type Asks,
  IN_TEXT,
  IS_STATES,
  NUMBER_FIELDS,
  type NumberField,
  type Query,
  TEXT_FIELDS,
  type Word,
} from './query-words.ts';

/**
 * Reads the search box. Any text is a query, this never throws: what is not understood as a field is searched as typed,
 * and a field still without its value (`country:` on the way to `country:it`) asks nothing yet.
 *
 * Words are parted by white space; quotes keep some together (`"red shoes"`, `city:"san remo"`); a leading `-` turns a
 * word round. Fields: country city name email phone group page title url referrer source device browser os language ip
 * agent message (text); visits pages chats tabs unread (`3`, `>3`, `>=3`, `<3`, `<=3`); online (`>5m`, `<1h30m`; no
 * sign means at least); is:customer, verified, blocked, new, returning, active, inactive, chatting, waiting, left,
 * automessaged; `var:key=value`; any other `key:value` is a variable.
 */
export function parseQuery(text: string): Query {
  const words: Word[] = [];
  // Phones make quotation marks curly.
  for (const typed of splitWords(text.replace(/[“”„]/g, '"'))) {
    const asks = readWord(typed);
    if (asks) words.push({ negated: typed.negated, asks });
  }
  return { words };
}

/** V5: does the visitor hold for every word at `now` (ms)? Case and accents do not count. */
export function matches(query: Query, visitor: ListedVisitor, now: number): boolean {
  for (const { asks, negated } of query.words) {
    if (answers(asks, visitor, now) === negated) return false;
  }
  return true;
}

/** A query made ready to run over everyone; a visitor is found when both parts hold. */
export interface CompiledQuery {
  /** What `ListedVisitor.text` alone tells; null: nothing. */
  readonly says: ((text: string) => boolean) | null;
  /** What the whole visitor tells; null: the text tells it all. */
  readonly test: ((visitor: ListedVisitor) => boolean) | null;
}

/** `matches` for many visitors at the same `now` (ms): as much as possible is asked of one text that lies at hand. */
export function compileQuery(query: Query, now: number): CompiledQuery {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const rest: Word[] = [];
  for (const word of query.words) {
    const { negated, asks } = word;
    if (asks.kind === 'text') (negated ? unwanted : wanted).push(asks.text);
    else rest.push(word);
    // Whatever such a field holds stands in the text as well.
    if (asks.kind === 'field' && !negated && IN_TEXT.has(asks.field)) wanted.push(asks.text);
  }
  const says = (text: string) =>
    wanted.every((word) => text.includes(word)) && !unwanted.some((word) => text.includes(word));
  return {
    says: wanted.length + unwanted.length === 0 ? null : says,
    test: rest.length === 0 ? null : (visitor) => matches({ words: rest }, visitor, now),
  };
}

/** Does this query let everyone through? */
export function isEmpty(query: Query): boolean {
  return query.words.length === 0;
}

/** May the answer for one visitor change by time alone (beyond status changes, which are changes of the visitor)? */
export function dependsOnTime(query: Query): boolean {
  return query.words.some((word) => word.asks.kind === 'online');
}

/** A word as typed: `key:value` with a key, anything else without. */
interface TypedWord {
  readonly negated: boolean;
  readonly key: string | null;
  readonly value: string;
  readonly whole: string;
}

/** Minus, then a key up to a colon, then quoted or bare text; a quote that is never closed ends with the line. */
const WORD = /(-?)(?:([^\s":]+):)?(?:"([^"]*)(?:"|$)|(\S+))?/y;

function* splitWords(text: string): Generator<TypedWord> {
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    const length = match?.[0].length || 1;
    at += length;
    if (!match) continue;
    const [, minus, key, quoted, bare] = match;
    const value = quoted ?? bare ?? '';
    yield { negated: minus === '-', key: key ?? null, value, whole: key === undefined ? value : `${key}:${value}` };
  }
}

function readWord(typed: TypedWord): Asks | null {
  if (typed.key === null) return asText(typed.value);
  const key = fold(typed.key);
  const value = fold(typed.value);

  if (Object.hasOwn(TEXT_FIELDS, key)) {
    if (value === '') return null;
    return { kind: 'field', field: TEXT_FIELDS[key as keyof typeof TEXT_FIELDS], text: value };
  }
  if (Object.hasOwn(NUMBER_FIELDS, key)) {
    return asComparison(typed, value, (comparison) => ({ kind: 'number', field: key as NumberField, comparison }));
  }
  if (key === 'online') return asOnline(typed, value);
  if (key === 'is') return asState(typed, value);
  if (key === 'var') return asVariable(typed);
  return value === '' ? asText(typed.whole) : { kind: 'variable', key, text: value, word: fold(typed.whole) };
}

function asText(text: string): Asks | null {
  const folded = fold(text);
  return folded === '' ? null : { kind: 'text', text: folded };
}

function asComparison(typed: TypedWord, value: string, make: (comparison: Comparison) => Asks): Asks | null {
  if (value === '') return null;
  const comparison = parseComparison(value, parseNumber, 'equal');
  return comparison ? make(comparison) : asText(typed.whole);
}

function asOnline(typed: TypedWord, value: string): Asks | null {
  if (value === '') return null;
  const comparison = parseComparison(value, parseDuration, 'at-least');
  return comparison ? { kind: 'online', comparison } : asText(typed.whole);
}

function asState(typed: TypedWord, value: string): Asks | null {
  if (value === '') return null;
  if (!Object.hasOwn(IS_STATES, value)) return asText(typed.whole);
  return { kind: 'is', state: IS_STATES[value as keyof typeof IS_STATES] };
}

/** `var:key=value`, for variables that share their name with a field. `var:key` asks for any value. */
function asVariable(typed: TypedWord): Asks | null {
  const [key = '', ...rest] = typed.value.split('=');
  if (fold(key) === '') return null;
  return { kind: 'variable', key: fold(key), text: fold(rest.join('=')), word: fold(typed.whole) };
}
