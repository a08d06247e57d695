import type { Condition } from '@vetrina/protocol/automation/conditions';
import { PRESETS, ruleDraft, trigger } from '@vetrina/protocol/automation/rule';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type About, blankCondition, conditionAbout } from './condition-kinds.ts';
import { MOMENTS, moved, newDraft, withMoment } from './rule-editing.ts';

test('A1: a preset is a rule that can be saved as it is', () => {
  for (const preset of PRESETS) {
    expect(ruleDraft.safeParse(newDraft(preset, { name: 'Welcome', text: 'Hello' })).success, preset).toBe(true);
  }
});

test('A1: every moment of the protocol is offered', () => {
  expect(new Set<string>(MOMENTS)).toEqual(new Set(trigger.options.map(({ shape }) => shape.on.value)));
});

test('A1: at another moment a time stays a time', () => {
  const { logic } = newDraft(null, { name: 'x', text: 'x' });
  const onPage = { ...logic, when: { on: 'time-on-page', seconds: 75 } } as const;
  expect(withMoment(onPage, 'time-on-site').when).toEqual({ on: 'time-on-site', seconds: 75 });
  expect(withMoment(onPage, 'scrolled').when).toEqual({ on: 'scrolled', percent: 50 });
  expect(withMoment(withMoment(onPage, 'arrival'), 'unanswered').when).toEqual({ on: 'unanswered', seconds: 30 });
  expect(withMoment(onPage, 'time-on-page')).toEqual(onPage);
});

test.each<[Condition, About, Condition]>([
  [
    { about: 'address', test: 'starts-with', value: '/cart' },
    'title',
    { about: 'title', test: 'starts-with', value: '/cart' },
  ],
  [{ about: 'visits', test: 'at-most', value: 2 }, 'chats', { about: 'chats', test: 'at-most', value: 2 }],
  [{ about: 'country', test: 'is-not', values: ['IT'] }, 'language', { about: 'language', test: 'is-not', values: [] }],
  [
    { about: 'variable', name: 'cart', test: 'at-least', value: '3' },
    'city',
    { about: 'city', test: 'is', value: '3' },
  ],
  [
    { about: 'city', test: 'contains', value: 'Rome' },
    'campaign',
    { about: 'campaign', part: 'source', test: 'contains', value: 'Rome' },
  ],
  [{ about: 'city', test: 'contains', value: 'Rome' }, 'visitor', { about: 'visitor', is: 'new' }],
  [{ about: 'city', test: 'is', value: '' }, 'referrer', { about: 'referrer', test: 'contains', value: '' }],
])('A1: %j, made about the %s, keeps what can be kept', (before, about, after) => {
  expect(conditionAbout(before, about)).toEqual(after);
});

test('A1: made about the same thing, a condition stays', () => {
  const condition = { ...blankCondition('variable'), name: 'cart', value: 'x' } as Condition;
  expect(conditionAbout(condition, 'variable')).toBe(condition);
});

test('A3.4: moving changes the order and nothing else', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, -5)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 7, 0)).toEqual(['a', 'b', 'c']);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: -2, max: 12 }), fc.nat(12), (list, to, from) => {
      const after = moved(list, from, to);
      expect([...after].sort()).toEqual([...list].sort());
      if (from < list.length) expect(after[Math.min(Math.max(to, 0), list.length - 1)]).toBe(list[from]);
    }),
  );
});
