import { expect, test } from 'vitest';
import { deliver } from './deliver.ts';
import { FAULTLESS } from './judge.ts';

test('C3: nothing is lost, doubled, reordered or left waiting over kills of the server', async () => {
  const few = { seed: 3, pairs: 4, kills: 2, lifeMs: 2_000, atMostMs: 10_000, earlyAck: false, postgres: false };
  const { acknowledged, refused, waiting, unkept, store, visitors, agents, kills } = await deliver(few);
  expect(acknowledged).toBeGreaterThan(20);
  expect({ kills, refused, store, visitors, agents }).toEqual({
    ...{ kills: 2, refused: 0 },
    ...{ store: FAULTLESS, visitors: FAULTLESS, agents: FAULTLESS },
  });
  // The dashboard's database may not have what was written in a page's last milliseconds.
  expect(waiting).toBe(unkept);
}, 90_000);
