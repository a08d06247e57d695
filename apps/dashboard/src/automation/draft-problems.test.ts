import { type RuleDraft, ruleDraft } from '@vetrina/protocol/automation/rule';
import { ruleId } from '@vetrina/protocol/ids';
import { someLogic } from '@vetrina/testkit/arbitrary-rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemsOf } from './draft-problems.ts';
import { isRuleId, readNewRule, readPart } from './rule-address.ts';
import { newDraft } from './rule-editing.ts';

const WELCOME = newDraft('first-visit', { name: 'Welcome', text: 'Hello' });
const fields = (changes: Partial<RuleDraft>) => [...problemsOf({ ...WELCOME, ...changes })];
const logic = (changes: Partial<RuleDraft['logic']>) => ({ logic: { ...WELCOME.logic, ...changes } });

test('A1: what is wrong stands beside its field', () => {
  expect(fields({})).toEqual([]);
  expect(fields({ name: '  ' })).toEqual([['name', 'missing']]);
  expect(fields({ action: { does: 'write', text: 'x'.repeat(501), from: null, opensBox: false } })).toEqual([
    ['text', 'long'],
  ]);
  expect(fields({ holdOut: 51, goal: { address: '' } })).toEqual([
    ['holdOut', 'share'],
    ['goal', 'missing'],
  ]);
  expect(fields(logic({ when: { on: 'time-on-page', seconds: Number.NaN }, delay: 3_601 }))).toEqual([
    ['seconds', 'seconds'],
    ['delay', 'seconds'],
  ]);
  expect(
    fields(
      logic({
        who: {
          match: 'all',
          list: [
            { about: 'country', test: 'is', values: [] },
            { about: 'variable', name: '', test: 'is', value: 'x' },
          ],
        },
      }),
    ),
  ).toEqual([
    ['who.0', 'missing'],
    ['who.1.name', 'missing'],
  ]);
});

/** Texts and numbers as people type them, and as they should not. */
const someText = fc.oneof(
  fc.constantFrom('', ' ', 'x', '\0', '\ud800', '/cart'),
  fc.nat(520).map((length) => 'x'.repeat(length)),
);
const someNumber = fc.oneof(
  fc.integer({ min: -2, max: 120 }),
  fc.constantFrom(Number.NaN, 0.5, 3_600, 3_601, 1_000_000, 1_000_001),
);
const someWhen = fc.oneof(
  fc.record({ on: fc.constantFrom('time-on-page' as const, 'unanswered' as const), seconds: someNumber }),
  fc.record({ on: fc.constant('scrolled' as const), percent: someNumber }),
  fc.record({ on: fc.constant('event' as const), name: someText }),
);
const someWho = fc.oneof(
  fc.record({ about: fc.constant('visits' as const), test: fc.constant('is' as const), value: someNumber }),
  fc.record({ about: fc.constant('city' as const), test: fc.constant('is' as const), value: someText }),
  fc.record({
    about: fc.constant('variable' as const),
    name: someText,
    test: fc.constant('at-least' as const),
    value: someText,
  }),
  fc.record({
    about: fc.constant('language' as const),
    test: fc.constant('is' as const),
    values: fc.array(fc.constantFrom('it', 'de-AT', 'not a language'), { maxLength: 62 }),
  }),
);

const someDraft: fc.Arbitrary<RuleDraft> = fc
  .record({
    name: someText,
    some: someLogic,
    when: someWhen,
    delay: someNumber,
    who: fc.array(someWho, { maxLength: 22 }),
    text: someText,
    holdOut: someNumber,
    goal: fc.option(someText.map((address) => ({ address }))),
    mutated: fc.constantFrom('name', 'when', 'delay', 'who', 'text', 'holdOut', 'goal', 'nothing'),
  })
  .map(({ mutated, some, ...said }) => {
    // One thing at a time, so that a draft is right about as often as it is wrong.
    const take = <Key extends keyof typeof said>(key: Key, otherwise: (typeof said)[Key]) =>
      mutated === key ? said[key] : otherwise;
    const changed = mutated === 'when' ? said.when : some.when;
    return {
      ...WELCOME,
      name: take('name', 'Welcome'),
      logic: {
        ...some,
        when: changed,
        delay: take('delay', 0),
        who: { match: 'all', list: mutated === 'who' ? said.who : some.who.list },
      },
      action: { does: 'write', text: take('text', 'Hello'), from: null, opensBox: false },
      holdOut: take('holdOut', 0),
      goal: take('goal', null),
    } as RuleDraft;
  });

test('A1: a draft without problems is one that the server takes', () => {
  fc.assert(
    fc.property(someDraft, (draft) => {
      expect(problemsOf(draft).size === 0).toBe(ruleDraft.safeParse(draft).success);
    }),
    { numRuns: 1_000 },
  );
});

test('A1: addresses name rules as the protocol does', () => {
  const id = `ru${'a'.repeat(22)}`;
  for (const word of [id, `${id}a`, 'new', `ag${'a'.repeat(22)}`, 7, `ru${'ä'.repeat(22)}`]) {
    expect(isRuleId(word)).toBe(ruleId.safeParse(word).success);
  }
  expect([readPart(undefined), readPart('results'), readPart('nonsense')]).toEqual(['message', 'results', 'message']);
  expect([readNewRule({ preset: 'news' }), readNewRule({ preset: 'x' })]).toEqual([{ preset: 'news' }, {}]);
});
