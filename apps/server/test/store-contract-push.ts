import type { PushDeviceId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import type { PushSubscription } from '../src/push/ports.ts';
import { createPushStore } from '../src/store/push-store.ts';
import type { Open } from './open-database.ts';
import { agentIdOf, visitorAt } from './store-samples.ts';

const { account: one } = visitorAt('one', 'anna');
const { account: two } = visitorAt('two', 'bruno');
const [ada, bob] = [agentIdOf('ada'), agentIdOf('bob')];
const device = (name: string) => `pd${name.padEnd(22, '0')}` as PushDeviceId;

const aPhone = (name: string, more: Partial<PushSubscription> = {}): PushSubscription => ({
  ...{ id: device(name), account: one, agent: ada, session: 'session of ada', language: 'it' },
  ...{ endpoint: `https://push.example/${name}`, keys: { p256dh: `point ${name}`, auth: `secret ${name}` } },
  ...{ browser: 'Firefox 140', os: null, createdAt: 10, usedAt: 10 },
  ...more,
});
const ids = (phones: readonly PushSubscription[]) => phones.map(({ id }) => id);

/** Whose phones hear of what. */
export function pushContract(open: Open): void {
  it('C8.25: an endpoint is one device; the same agent’s again keeps its id and age, with the newest of everything else', async () => {
    const store = createPushStore(await open());
    expect(await store.keep(aPhone('a'), 20)).toEqual(aPhone('a'));
    const again = aPhone('b', {
      endpoint: aPhone('a').endpoint,
      session: 'later',
      usedAt: 50,
      createdAt: 50,
      os: 'iOS 26',
    });
    expect(await store.keep(again, 20)).toEqual({ ...again, id: device('a'), createdAt: 10 });
    expect(await store.find(one, device('a'))).toEqual({ ...again, id: device('a'), createdAt: 10 });
    expect(await store.find(two, device('a'))).toBeNull();
  });

  it('C8.25: an endpoint in which somebody else signs in is theirs, as a new device', async () => {
    const store = createPushStore(await open());
    await store.keep(aPhone('a'), 20);
    const bobs = aPhone('b', { endpoint: aPhone('a').endpoint, account: two, agent: bob, createdAt: 50, usedAt: 50 });
    expect(await store.keep(bobs, 20)).toEqual(bobs);
    expect(await store.ofAccount(one)).toEqual([]);
    expect(await store.ofAgent(two, bob)).toEqual([bobs]);
  });

  it('C8.25: beyond the most of one agent those go that were used longest ago', async () => {
    const store = createPushStore(await open());
    await store.keep(aPhone('bobs', { agent: bob, usedAt: 1 }), 2);
    for (const [name, usedAt] of [
      ['a', 30],
      ['b', 20],
      ['c', 40],
    ] as const)
      await store.keep(aPhone(name, { usedAt }), 2);
    expect(ids(await store.ofAgent(one, ada))).toEqual([device('c'), device('a')]);
    expect(ids(await store.ofAccount(one))).toEqual([device('c'), device('a'), device('bobs')]);
  });

  it('C8.25: only whose it is removes it; a session takes its devices along, a push service only the endpoint it knew', async () => {
    const store = createPushStore(await open());
    for (const name of ['a', 'b']) await store.keep(aPhone(name), 20);
    await store.keep(aPhone('c', { session: 'another' }), 20);
    expect(await store.remove(one, bob, device('a'))).toBe(false);
    expect(await store.remove(two, ada, device('a'))).toBe(false);
    expect(await store.remove(one, ada, device('a'))).toBe(true);
    expect(await store.remove(one, ada, device('a'))).toBe(false);
    await store.endSession('session of ada');
    expect(ids(await store.ofAccount(one))).toEqual([device('c')]);
    await store.forget(device('c'), 'https://push.example/earlier');
    expect(ids(await store.ofAccount(one))).toEqual([device('c')]);
    await store.forget(device('c'), aPhone('c').endpoint);
    expect(await store.ofAccount(one)).toEqual([]);
  });
}
