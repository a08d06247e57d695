import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('ST11: a table is written as spreadsheets read it', () => {
  expect(
    csvOf([
      ['Page', 'Views'],
      ['Lamps, "large"', '12'],
    ]),
  ).toBe('Page,Views\r\n"Lamps, ""large""",12');
});

test('hostile: the title of a page is no formula', () => {
  expect(csvOf([['=HYPERLINK("x")', '-3', '@SUM(A1)']])).toBe(`"'=HYPERLINK(""x"")",-3,'@SUM(A1)`);
});
