import { expect, test } from 'vitest';
import { deliver } from './deliver.ts';
import { FAULTLESS } from './judge.ts';

test('C3: nothing acknowledged is lost, doubled or reordered over kills of the server', async () => {
  const few = { seed: 3, pairs: 4, kills: 2, atMostMs: 15_000, earlyAck: false, postgres: false };
  const { acknowledged, refused, ...verdicts } = await deliver(few);
  expect(acknowledged).toBeGreaterThan(30);
  expect({ refused, ...verdicts }).toEqual({
    ...{ refused: 0, kills: 2 },
    ...{ store: FAULTLESS, visitors: FAULTLESS, agents: FAULTLESS },
  });
}, 90_000);
