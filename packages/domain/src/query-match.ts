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
      return visitor.text.includes(asks.text);
    case 'field':
      return fieldSays(visitor, asks.field, asks.text);
    case 'number':
      return holds(numberOf(visitor, asks.field), asks.comparison);
    case 'online':
      return holds(now - visitor.visitor.visitStartedAt, asks.comparison);
    case 'is':
      return isIn(visitor, asks.state);
    case 'variable':
      return variableSays(visitor, asks.key, asks.text) ?? visitor.text.includes(asks.word);
  }
}

function pageSays({ text: all, pageAt }: ListedVisitor, text: string): boolean {
  return all.includes(text, pageAt);
}

function fieldSays(listed: ListedVisitor, field: TextField, text: string): boolean {
  const { visitor } = listed;
  switch (field) {
    case 'name':
      return listed.name.includes(text);
    case 'email':
      return contains(visitor.email, text);
    case 'phone':
      return phoneSays(visitor.phone, text);
    case 'country':
      return visitor.country !== null && countrySays(visitor.country, text);
    case 'city':
      return contains(visitor.city, text);
    case 'group':
      return contains(visitor.group, text);
    case 'page':
      return pageSays(listed, text);
    case 'title':
      return pageSays(listed, text) && contains(visitor.page.title, text);
    case 'url':
      return pageSays(listed, text) && contains(visitor.page.url, text);
    case 'referrer':
      return contains(visitor.referrer, text);
    case 'source':
      return contains(visitor.source, text);
    case 'device':
      return visitor.device === text;
    case 'browser':
      return contains(visitor.browser, text);
    case 'os':
      return contains(visitor.os, text);
    case 'language':
      return visitor.language !== null && fold(visitor.language).startsWith(text);
    case 'ip':
      return ipSays(visitor.ip, text);
    case 'agent':
      return visitor.agents.some((agent) => contains(agent.name, text));
    case 'message':
      return contains(visitor.lastMessage?.text ?? null, text);
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

function numberOf({ visitor }: ListedVisitor, field: NumberField): number {
  switch (field) {
    case 'visits':
      return visitor.visits;
    case 'pages':
      return visitor.pageViews;
    case 'chats':
      return visitor.chats;
    case 'tabs':
      return visitor.tabs;
    case 'unread':
      return visitor.unread;
  }
}

const ACTIVE = bitOf('active');

/** Like the filters of V4: someone shown as left is still what they were, and `left` besides. */
function isIn({ visitor, filters, status }: ListedVisitor, state: IsState): boolean {
  switch (state) {
    case 'customer':
      return visitor.customer;
    case 'verified':
      return visitor.verified;
    case 'blocked':
      return visitor.blocked;
    case 'automessaged':
      return visitor.autoMessaged;
    case 'new':
      return visitor.visits <= 1;
    case 'returning':
      return visitor.visits > 1;
    case 'active':
      return (filters & ACTIVE) !== 0;
    case 'inactive':
      return (filters & ACTIVE) === 0;
    case 'chatting':
      return visitor.chat.state === 'chatting';
    case 'waiting':
      return visitor.chat.state === 'waiting';
    case 'left':
      return status === 'left';
  }
}

/** Null when the visitor has no variable of that name. */
function variableSays({ visitor }: ListedVisitor, key: string, text: string): boolean | null {
  const { variables } = visitor;
  for (const name of Object.keys(variables)) {
    if (fold(name) === key) return fold(variables[name] ?? '').includes(text);
  }
  return null;
}
