import { expect, test } from 'vitest';
import { beginHistory, LONGEST_HISTORY, record, redo, undo } from './history.ts';

test('A7: what was undone can be done again, until something else is done', () => {
  const drawn = record(record(beginHistory('a'), 'b'), 'c');
  expect(undo(undo(drawn)).present).toBe('a');
  expect(redo(undo(drawn))).toMatchObject({ present: 'c', past: ['a', 'b'], future: [] });
  expect(redo(record(undo(drawn), 'd')).present).toBe('d');
  expect(undo(beginHistory('a')).present).toBe('a');
});

test('A7: the letters of one text are undone together', () => {
  const typed = ['H', 'He', 'Hel'].reduce((history, text) => record(history, text, 'text of one'), beginHistory(''));
  expect(undo(typed).present).toBe('');
  expect(undo(record(typed, 'Other', 'text of another')).present).toBe('Hel');
  expect(undo(record(undo(typed), 'H', 'text of one')).present).toBe('');
});

test('A7: a history is only so long', () => {
  const numbers = Array.from({ length: LONGEST_HISTORY + 20 }, (_, index) => index + 1);
  const long = numbers.reduce((history, number) => record(history, number), beginHistory(0));
  expect(long.past).toHaveLength(LONGEST_HISTORY);
  expect(record(long, long.present)).toBe(long);
});
