import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ExpiryQueue } from './expiry-queue.ts';

it('expiry queue: answers each key once, at its last moment, in order, whatever was set and deleted before', () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), key: fc.nat(20), at: fc.nat(100) }),
    fc.record({ kind: fc.constant('delete' as const), key: fc.nat(20), at: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
      const queue = new ExpiryQueue<number>();
      const model = new Map<number, number>();
      for (const { kind, key, at } of actions) {
        if (kind === 'set') {
          queue.set(key, at);
          model.set(key, at);
        } else {
          queue.delete(key);
          model.delete(key);
        }
      }
      expect(queue.size).toBe(model.size);
      for (let now = 0; now <= 100; now += 7) {
        const expected = [...model].filter(([, at]) => at <= now).map(([key]) => key);
        expect([...queue.due(now)].sort()).toEqual(expected.sort());
        for (const key of expected) model.delete(key);
      }
    }),
  );
});

it('expiry queue: moving keys later and forgetting them leaves nothing behind', () => {
  const queue = new ExpiryQueue<number>();
  for (let round = 0; round < 100; round += 1) for (let key = 0; key < 100; key += 1) queue.set(key, 1_000 + round);
  expect(queue.entries).toBe(100);
  for (let key = 0; key < 100_000; key += 1) {
    queue.set(key, 10_000 + key);
    queue.delete(key);
  }
  expect(queue.entries).toBeLessThan(1_000);
});
