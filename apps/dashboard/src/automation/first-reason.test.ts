import type { Explanation } from '@vetrina/protocol/http/automation';
import { ruleId } from '@vetrina/protocol/ids';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import { formatFor } from '../ui/format.ts';
import { firstReason } from './first-reason.ts';
import { foundWords } from './found-words.ts';
import type { Speech } from './speech.ts';

const NOW = Date.UTC(2026, 10, 26, 11);
let speech: Speech;

beforeAll(async () => {
  const instance = i18next.createInstance();
  await instance.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
  speech = { t: instance.t as TFunction, format: formatFor('en-GB') };
});

const HOLDS = { holds: 'yes', match: 'all', list: [] } as const;
const FITS: Explanation = {
  rule: ruleId.parse(`ru${'a'.repeat(22)}`),
  name: 'Welcome',
  isOn: true,
  state: 'waits',
  when: { trigger: { on: 'exit-intent' }, delay: 0, holds: 'no', dueAt: null },
  where: { ...HOLDS, list: [] },
  who: { ...HOLDS, list: [] },
  team: 'yes',
  times: 'yes',
  held: null,
  lastAt: null,
};
const reason = (changes: Partial<Explanation>) => firstReason({ ...FITS, ...changes }, NOW, speech);

test('A4: in one line, how a rule stands with somebody', () => {
  expect(reason({})).toBe('Fits; waits for its moment. When a visitor is about to leave a page.');
  expect(reason({ when: { ...FITS.when, dueAt: NOW + 12_000 } })).toMatch(/^Fits; its time comes in 12 secs?$/);
  expect(reason({ state: 'sent', lastAt: NOW - 120_000 })).toBe('Written 2 min ago');
  expect(reason({ state: 'off' })).toBe('Switched off');
  expect(reason({ state: 'held', held: { because: 'dismissed', until: NOW, by: null } })).toBe(
    'They closed a message in the last 24 hours',
  );
});

test('A4: who does not fit is told the first thing that does not hold', () => {
  const condition = { about: 'country', test: 'is', values: ['IT'] } as const;
  const list = [{ condition: { ...condition, values: ['IT'] }, found: 'FR', holds: 'no' as const }];
  const state = 'does-not-match';
  expect(reason({ state, who: { holds: 'no', match: 'all', list } })).toBe('Not met: Is from Italy');
  expect(reason({ state, where: { holds: 'no', match: 'any', list: [...list, ...list] } })).toBe(
    'None of its conditions holds',
  );
  expect(reason({ state, times: 'no' })).toBe('Not at this time');
});

test('A4: what was found is called as its reader calls it', () => {
  expect(foundWords({ about: 'country', test: 'is', values: ['IT'] }, 'FR', speech)).toBe('France');
  expect(foundWords({ about: 'visitor', is: 'new' }, 2, speech)).toBe('2 visits so far');
  expect(foundWords({ about: 'customer', is: true }, false, speech)).toBe('Is not a customer');
  expect(foundWords({ about: 'city', test: 'is', value: 'Rome' }, null, speech)).toBe('nothing');
  expect(foundWords({ about: 'device', test: 'is', values: ['phone'] }, 'phone', speech)).toBe('Phone');
});
