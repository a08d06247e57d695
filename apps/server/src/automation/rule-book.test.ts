import type { Rule } from '@vetrina/protocol/automation/rule';
import type { AccountId, RuleId } from '@vetrina/protocol/ids';
import { FakeClock, settle } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { aDraft } from '../../test/rule-samples.ts';
import { RuleBook } from './rule-book.ts';

const account = 'ac1' as AccountId;
const rule: Rule = { ...aDraft('Hello'), id: 'ru1' as RuleId, isOn: true, preset: null, createdAt: 0, changedAt: 0 };

test('A2: a database that answers in another order than it was asked does not bring back what was changed', async () => {
  const clock = new FakeClock();
  const answers: ((rules: readonly Rule[]) => void)[] = [];
  const store = { rules: () => new Promise<readonly Rule[]>((resolve) => answers.push(resolve)) };
  const book = new RuleBook({ clock, store, failed: () => undefined });
  const first = book.ready(account);
  answers[0]?.([rule]);
  await first;
  await clock.pass(60_000);
  await book.ready(account);
  const edited = book.edited(account);
  answers[2]?.([{ ...rule, isOn: false }]);
  await edited;
  expect(book.of(account).live).toEqual([]);
  answers[1]?.([rule]);
  await settle();
  expect(book.of(account).live).toEqual([]);
  book.stop();
});
