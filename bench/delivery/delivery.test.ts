import { expect, test } from 'vitest';
import { deliver } from './deliver.ts';
import { FAULTLESS } from './judge.ts';

test('C3: nothing is lost, doubled, reordered or left waiting over kills of the server', async () => {
  const few = { seed: 3, pairs: 4, kills: 2, lifeMs: 2_000, atMostMs: 10_000, earlyAck: false, postgres: false };
  const { acknowledged, linesCut: _, pagesLeft: __, ...rest } = await deliver(few);
  expect(acknowledged).toBeGreaterThan(20);
  expect(rest).toEqual({
    ...{ kills: 2, refused: 0, waiting: [] },
    ...{ store: FAULTLESS, visitors: FAULTLESS, agents: FAULTLESS },
  });
}, 90_000);
