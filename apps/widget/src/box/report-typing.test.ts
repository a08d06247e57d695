import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { TypingReport } from './report-typing.ts';

function typist(preview = true) {
  const clock = new FakeClock();
  const sent: (string | null)[] = [];
  return { clock, sent, report: new TypingReport({ env: clock, preview, send: ({ text }) => sent.push(text) }) };
}

test('C4: typing is told at most every two seconds, with the newest words', () => {
  const { clock, sent, report } = typist();
  for (const text of ['h', 'he', 'hel', 'hell', 'hello']) {
    report.typed(text);
    clock.advance(300);
  }
  expect(sent).toEqual(['h']);
  clock.advance(1_000);
  expect(sent).toEqual(['h', 'hello']);
});

test('C4: who pauses, empties the field or sends has stopped, once', () => {
  const { clock, sent, report } = typist();
  report.typed('h');
  clock.advance(60_000);
  expect(sent).toEqual(['h', null]);
  report.typed('hi');
  report.typed('');
  report.stopped();
  expect(sent).toEqual(['h', null, 'hi', null]);
  expect(clock.waiting).toBe(0);
});

test('C4: words that agents may not see do not leave the browser, only that somebody types', () => {
  const { clock, sent, report } = typist(false);
  report.typed('my secret');
  clock.advance(2_500);
  report.typed('my secret plan');
  clock.advance(60_000);
  expect(sent).toEqual(['', '', null]);
});
