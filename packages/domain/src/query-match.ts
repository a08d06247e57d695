import { countryText } from './country-names.ts';
import { bitOf } from './filter-bits.ts';
import { fold } from './fold.ts';
import { ipMatches, parseIpPattern } from './ip-patterns.ts';
import type { ListedVisitor } from './listed.ts';
import { holds } from './query-comparison.ts';
import type { Asks, IsState, NumberField, TextField } from './query-words.ts';

/** Does one thing asked hold for the visitor at `now` (ms)? Runs over everyone: no allocation on the common paths. */
export function answers(asks: Asks, visitor: ListedVisitor, now: number): boolean {
  switch (asks.kind) {
    case 'text':
      return says(visitor, asks.text);
    case 'field':
      return fieldSays(visitor, asks.field, asks.text);
    case 'number':
      return holds(numberOf(visitor, asks.field), asks.comparison);
    case 'online':
      return holds(now - visitor.row.onlineSince, asks.comparison);
    case 'is':
      return isIn(visitor, asks.state);
    case 'variable':
      return variableSays(visitor, asks.key, asks.text) ?? says(visitor, asks.word);
  }
}

function says(visitor: ListedVisitor, text: string): boolean {
  return visitor.fixedText.includes(text) || visitor.pageText.includes(text);
}

function fieldSays(visitor: ListedVisitor, field: TextField, text: string): boolean {
  const { row } = visitor;
  switch (field) {
    case 'name':
      return visitor.name.includes(text);
    case 'email':
      return contains(row.email, text);
    case 'phone':
      return phoneSays(row.phone, text);
    case 'country':
      return row.country !== null && countrySays(row.country, text);
    case 'city':
      return contains(row.city, text);
    case 'group':
      return contains(row.group, text);
    case 'page':
      return visitor.pageText.includes(text);
    case 'title':
      return visitor.pageText.includes(text) && contains(row.page.title, text);
    case 'url':
      return visitor.pageText.includes(text) && contains(row.page.url, text);
    case 'referrer':
      return contains(visitor.visitor.referrer, text);
    case 'source':
      return contains(row.source, text);
    case 'device':
      return row.device === text;
    case 'browser':
      return contains(row.browser, text);
    case 'os':
      return contains(row.os, text);
    case 'language':
      return row.language !== null && fold(row.language).startsWith(text);
    case 'ip':
      return ipSays(visitor.visitor.ip, text);
    case 'agent':
      return row.agents.some((agent) => contains(agent.name, text));
    case 'message':
      return contains(row.lastMessage?.text ?? null, text);
  }
}

function contains(value: string | null, text: string): boolean {
  return value !== null && fold(value).includes(text);
}

/** Two letters are the code and nothing else, so that `country:it` does not find Haiti. */
function countrySays(country: string, text: string): boolean {
  const all = countryText(country);
  return text.length === 2 ? all.slice(0, 2) === text : all.includes(text);
}

/** Numbers are written in many ways: once more without what parts the digits. */
function phoneSays(phone: string | null, text: string): boolean {
  if (phone === null) return false;
  if (contains(phone, text)) return true;
  const digits = text.replace(/[\s().-]/g, '');
  return digits !== '' && phone.replace(/[\s().-]/g, '').includes(digits);
}

/** From the start of the address, or a pattern as in blocking (C7). */
function ipSays(ip: string | null, text: string): boolean {
  if (ip === null) return false;
  if (!text.includes('*') && !text.includes('/')) return fold(ip).startsWith(text);
  const pattern = parseIpPattern(text);
  return pattern !== null && ipMatches(pattern, ip);
}

function numberOf(visitor: ListedVisitor, field: NumberField): number {
  const { row } = visitor;
  switch (field) {
    case 'visits':
      return row.visits;
    case 'pages':
      return row.pageViews;
    case 'chats':
      return row.chats;
    case 'tabs':
      return row.tabs;
    case 'unread':
      return row.unread;
  }
}

const ACTIVE = bitOf('active');

/** Like the filters of V4: someone shown as left is still what they were, and `left` besides. */
function isIn(visitor: ListedVisitor, state: IsState): boolean {
  const { row } = visitor;
  switch (state) {
    case 'customer':
      return row.customer;
    case 'verified':
      return row.verified;
    case 'blocked':
      return row.blocked;
    case 'automessaged':
      return row.autoMessaged;
    case 'new':
      return row.visits <= 1;
    case 'returning':
      return row.visits > 1;
    case 'active':
      return (visitor.filters & ACTIVE) !== 0;
    case 'inactive':
      return (visitor.filters & ACTIVE) === 0;
    case 'chatting':
      return visitor.visitor.chat.state === 'chatting';
    case 'waiting':
      return visitor.visitor.chat.state === 'waiting';
    case 'left':
      return row.status === 'left';
  }
}

/** Null when the visitor has no variable of that name. */
function variableSays(visitor: ListedVisitor, key: string, text: string): boolean | null {
  const { variables } = visitor.row;
  for (const name of Object.keys(variables)) {
    if (fold(name) === key) return fold(variables[name] ?? '').includes(text);
  }
  return null;
}
