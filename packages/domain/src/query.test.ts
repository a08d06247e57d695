import { LIMITS } from '@vetrina/protocol/limits';
import { agentIdOf, aVisitor, NOW } from '@vetrina/testkit/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listed } from './listed.ts';
import type { LiveVisitor } from './live-visitor.ts';
import { compileQuery, dependsOnTime, isEmpty, matches, parseQuery } from './query.ts';

const zoe: Partial<LiveVisitor> = {
  number: 4821,
  name: 'Zoë Müller',
  email: 'zoe@example.com',
  phone: '+39 02 1234-567',
  country: 'IT',
  city: 'San Remo',
  group: 'sales',
  page: { url: 'https://shop.example/cart?step=2', title: 'Your cart — Città Shop' },
  referrer: 'https://news.example/deals',
  source: 'newsletter',
  browser: 'Mobile Safari',
  os: 'iOS',
  device: 'phone',
  language: 'it-IT',
  ip: '192.168.7.0',
  visits: 4,
  pageViews: 3,
  chats: 1,
  tabs: 2,
  customer: true,
  visitStartedAt: NOW - 6 * 60_000,
  lastMessage: { text: 'Is it in stock?', at: NOW },
  agents: [{ id: agentIdOf(1), name: 'Anna' }],
  variables: { plan: 'Gold', 'Cart value': '99' },
};

function finds(query: string, overrides: Partial<LiveVisitor> = zoe): boolean {
  const visitor = listed(aVisitor(overrides), NOW);
  const found = matches(parseQuery(query), visitor, NOW);
  // Ready made or word by word: one meaning.
  const { says, test } = compileQuery(parseQuery(query), NOW);
  expect((says?.(visitor.text) ?? true) && (test?.(visitor) ?? true)).toBe(found);
  return found;
}

describe('V5: found', () => {
  test.each([
    'zoe',
    'ZOË',
    'muller',
    'müller zoe',
    'example.com',
    'italia',
    'italy',
    'citta',
    'cart',
    'news.example',
    'gold',
    'stock',
    '192.168',
    'country:it',
    'country:ITALY',
    'page:/cart',
    'page:citta',
    'title:shop',
    'url:step=2',
    'city:"san remo"',
    '"san remo"',
    'city:“san remo”',
    'visits:>3',
    'visits:>=4',
    'visits:4',
    'visits:<5',
    'pages:>2',
    'browser:safari',
    'os:ios',
    'device:phone',
    'language:it',
    'group:sales',
    'referrer:news',
    'source:newsletter',
    'email:zoe@',
    'phone:021234567',
    'phone:1234-567',
    'ip:192.168',
    'ip:192.168.*',
    'ip:192.168.0.0/16',
    'agent:anna',
    'message:stock',
    'is:customer',
    'is:returning',
    'is:active',
    'online:>5m',
    'online:5m',
    'online:<10m',
    'online:>=360s',
    'plan:gold',
    'PLAN:go',
    'var:plan=gold',
    'var:plan',
    'var:"cart value=99"',
    'https://shop.example/cart',
    '-bob',
    '-country:de',
    'country:it page:/cart visits:>3 browser:safari group:sales is:customer',
    '',
    '   ',
    '-',
    '""',
    'country:',
    'is:',
  ])('%s', (query) => {
    expect(finds(query)).toBe(true);
  });
});

describe('V5: not found', () => {
  test.each([
    'bob',
    'zoe bob',
    'country:de',
    'country:ti',
    'country:al',
    'page:zoe',
    'title:step=2',
    'url:citta',
    'visits:>4',
    'visits:3',
    'device:desktop',
    'language:t-it',
    'ip:168.7',
    'ip:10.0.0.0/8',
    'is:new',
    'is:left',
    'is:chatting',
    'is:nonsense',
    'online:>10m',
    'plan:silver',
    'var:plan=silver',
    'nosuch:thing',
    '-zoe',
    '-"san remo"',
    '"remo san"',
    'visits:many',
    'constructor:native',
  ])('%s', (query) => {
    expect(finds(query)).toBe(false);
  });
});

test('V5: a colon that names no variable is just text', () => {
  expect(finds('12:30', { lastMessage: { text: 'See you at 12:30', at: NOW } })).toBe(true);
  expect(finds('note:', { page: { url: 'https://shop.example/', title: 'A note: read me' } })).toBe(true);
});

test('V5: words are not found across the border of two texts', () => {
  expect(finds('"ada ada@example.com"', { name: 'Ada', email: 'ada@example.com' })).toBe(false);
});

test('V4, V5: someone shown as left is still found by what they were', () => {
  const gone: Partial<LiveVisitor> = {
    chat: { state: 'waiting', since: NOW },
    presence: { state: 'left', since: NOW - 6_000 },
  };
  expect(finds('is:left is:waiting', gone)).toBe(true);
});

test('V5: only time on site makes an answer change by itself', () => {
  expect(dependsOnTime(parseQuery('zoe online:>5m'))).toBe(true);
  expect(dependsOnTime(parseQuery('zoe is:active visits:>5'))).toBe(false);
});

test('V5: an empty box, and a field still being typed, ask nothing', () => {
  for (const text of ['', '  ', '-', '""', '-""', 'country:', 'is:', 'online:', 'visits: ']) {
    expect(isEmpty(parseQuery(text)), text).toBe(true);
  }
});

const visitor = listed(aVisitor(zoe), NOW);
const someWord = fc.oneof(
  fc.constantFrom(
    'zoe',
    'bob',
    'country:it',
    'country:de',
    'visits:>3',
    'online:<1m',
    'is:new',
    'plan:gold',
    'x:y',
    '"san remo"',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `"${text.replaceAll('"', '')}"`),
);

test('V5: any text is a query', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', ':', '-', ' ', '=', '>', 'is:', 'visits:', 'var:', '__proto__:', '\ud800'),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      expect(typeof matches(parseQuery(parts.join('')), visitor, NOW)).toBe('boolean');
    }),
    { numRuns: 2_000 },
  );
});

test('V5: one more word never finds more', () => {
  fc.assert(
    fc.property(fc.array(someWord, { maxLength: 4 }), someWord, (words, more) => {
      const wider = matches(parseQuery(words.join(' ')), visitor, NOW);
      const narrower = matches(parseQuery([...words, more].join(' ')), visitor, NOW);
      expect(narrower && !wider).toBe(false);
    }),
  );
});

test('V5: the order of words does not matter', () => {
  fc.assert(
    fc.property(fc.array(someWord, { maxLength: 4 }), (words) => {
      const backwards = [...words].reverse().join(' ');
      expect(matches(parseQuery(backwards), visitor, NOW)).toBe(matches(parseQuery(words.join(' ')), visitor, NOW));
    }),
  );
});

test('V5: a negated word finds exactly the others', () => {
  fc.assert(
    fc.property(someWord, (word) => {
      fc.pre(!isEmpty(parseQuery(word)));
      expect(matches(parseQuery(`-${word}`), visitor, NOW)).toBe(!matches(parseQuery(word), visitor, NOW));
    }),
  );
});

test('V5: case and accents do not matter', () => {
  const accented = fc.string({ unit: fc.constantFrom('é', 'e', 'E', 'ü', 'ß', 'ñ', 'a'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(accented, (name) => {
      const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
      expect(finds(plain, { name })).toBe(true);
      expect(finds(name, { name: plain })).toBe(true);
    }),
  );
});

test('V5: the longest box is read in one go, whatever stands in it', () => {
  for (const piece of ['"', ':', '-', '" ', 'a:', '-a:"', '*', '>']) {
    const text = piece.repeat(LIMITS.query).slice(0, LIMITS.query);
    expect(parseQuery(text).words.length).toBeLessThanOrEqual(LIMITS.query);
  }
});
