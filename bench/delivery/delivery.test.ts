import { expect, test } from 'vitest';
import { deliver } from './deliver.ts';
import { FAULTLESS } from './judge.ts';

test('C3: nothing is lost, doubled or reordered over kills of the server', async () => {
  const few = { seed: 3, pairs: 4, kills: 2, lifeMs: 2_000, atMostMs: 10_000, earlyAck: false, postgres: false };
  // How long the last ones wait is the machine's matter in a run this short: `npm run bench:delivery` counts them.
  const { acknowledged, linesCut: _, pagesLeft: __, waiting: ___, ...rest } = await deliver(few);
  expect(acknowledged).toBeGreaterThan(20);
  expect(rest).toEqual({
    ...{ kills: 2, refused: 0 },
    ...{ store: FAULTLESS, visitors: FAULTLESS, agents: FAULTLESS },
  });
}, 90_000);
