import { expect, test } from 'vitest';
import { CLOSE, comeBackAfter, WS_TOO_LARGE } from './close-codes.ts';
import { restAfterCode } from './come-back.ts';

const REST = { never: null, soon: 0 } as const;
const restOf = (code: number) => {
  const comeBack = comeBackAfter(code);
  return comeBack.when === 'after' ? comeBack.ms : REST[comeBack.when];
};

test('the short list says what the catalogue says, for every code in it', () => {
  for (const { code } of Object.values(CLOSE)) expect([code, restAfterCode(code)]).toEqual([code, restOf(code)]);
});

test('endings that the catalogue does not own agree too', () => {
  for (const code of [WS_TOO_LARGE, 1000, 1001, 1005, 1006, 1011, 1012, 1013, 3000, 4999]) {
    expect([code, restAfterCode(code)]).toEqual([code, restOf(code)]);
  }
});

test('the range 4100 to 4199 means never, so that a page in an old cache obeys codes it has not heard of', () => {
  expect(restAfterCode(4199)).toBeNull();
});
