import { browserKey } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { ID, randomId } from './random-id.ts';

const bytesOf = (byte: (at: number) => number): Pick<Crypto, 'getRandomValues'> => ({
  getRandomValues: (bytes) => {
    (bytes as unknown as Uint8Array).forEach((_, at, all) => {
      all[at] = byte(at);
    });
    return bytes;
  },
});

test('I1: an id is what the protocol takes for one, and has more than 128 random bits', () => {
  const ids = Array.from({ length: 2_000 }, () => randomId(crypto));
  for (const id of ids) expect(id).toMatch(ID);
  expect(browserKey.safeParse(ids[0]).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  const letters = new Set(ids.join(''));
  expect(letters.size).toBe(62);
  expect(22 * Math.log2(letters.size)).toBeGreaterThan(128);
});

test('I1: signs of base64 that are no letters are passed over, not turned into one another', () => {
  // Three such bytes are `++++`.
  const id = randomId(bytesOf((at) => (at < 9 ? ([0xfb, 0xef, 0xbe][at % 3] as number) : at * 7)));
  expect(id).toMatch(/^[A-Za-z0-9]{22}$/);
});
