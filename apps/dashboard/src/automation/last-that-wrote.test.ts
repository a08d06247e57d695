import type { RuleId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { lastThatWrote } from './last-that-wrote.ts';

const rule = (name: string, state: 'sent' | 'held-out' | 'waits', lastAt: number | null) => ({
  ...{ rule: `ru${name}` as RuleId, name, state, lastAt },
});

test('A8.3: the rule that wrote last is named, and none that held back', () => {
  const rules = [rule('Welcome', 'sent', 10), rule('News', 'waits', 20), rule('Discount', 'held-out', 30)];
  expect(lastThatWrote(rules)).toEqual({ rule: 'ruNews', name: 'News', at: 20 });
  expect(lastThatWrote([rule('News', 'waits', null)])).toBeNull();
});
