import type { Installation } from '@vetrina/protocol/http/installation';
import { NOW } from '@vetrina/testkit/builders';
import { expect, test } from 'vitest';
import { type EmptyListFacts, type EmptyReason, whyEmpty } from './empty-list.ts';

const seen: Installation = {
  seenAt: NOW - 60_000,
  seenUrl: 'https://shop.example/',
  refused: null,
  online: 0,
  countedOnly: 0,
  bots: 0,
  onlyYou: false,
};
const refused = { at: NOW - 5_000, because: 'foreign-origin', host: 'other.example' } as const;

test.each<[string, Partial<Installation>, Partial<EmptyListFacts>, EmptyReason]>([
  ['no page ever loaded the snippet', { seenAt: null }, {}, { why: 'never-seen' }],
  ['nobody is there now', {}, {}, { why: 'nobody-now', ago: 60_000 }],
  ['a clock that runs ahead', { seenAt: NOW + 5_000 }, {}, { why: 'nobody-now', ago: 0 }],
  ['a page of a foreign site', { refused }, {}, { why: 'foreign-origin', host: 'other.example', ago: 5_000 }],
  ['consent is waited for', {}, { trackingMode: 'consent' }, { why: 'waits-for-visitor', mode: 'consent' }],
  ['the box is waited for', {}, { trackingMode: 'chat-only' }, { why: 'waits-for-visitor', mode: 'chat-only' }],
  ['only crawlers', { bots: 3 }, {}, { why: 'bots-only', bots: 3 }],
  ['people who are counted only', { countedOnly: 2 }, {}, { why: 'counted-only', people: 2, mode: 'full' }],
  ['only your own visit', { onlyYou: true }, {}, { why: 'only-you' }],
  ['only your own visit, which is not listed', { onlyYou: true, online: 1 }, {}, { why: 'only-you' }],
  [
    'a filter',
    { online: 7 },
    { listed: 7, filter: 'customers' },
    { why: 'hidden', hidden: 7, byFilter: true, byQuery: false },
  ],
  [
    'a search',
    { online: 7 },
    { listed: 2, query: ' zoe ' },
    { why: 'hidden', hidden: 2, byFilter: false, byQuery: true },
  ],
  ['visitors of other groups only', { online: 7 }, { inGroups: true, filter: 'active' }, { why: 'other-groups' }],
  ['nobody there for an agent of a group', {}, { inGroups: true }, { why: 'nobody-now', ago: 60_000 }],
  ['a filter with nobody there', {}, { filter: 'customers' }, { why: 'nobody-now', ago: 60_000 }],
  ['a filter before any visitor', { seenAt: null }, { filter: 'blocked', query: 'x' }, { why: 'never-seen' }],
])('V11: %s', (_, installation, facts, reason) => {
  const given: EmptyListFacts = {
    installation: { ...seen, ...installation },
    trackingMode: 'full',
    listed: 0,
    inGroups: false,
    filter: 'all',
    query: '',
    now: NOW,
    ...facts,
  };
  expect(whyEmpty(given)).toEqual(reason);
});
