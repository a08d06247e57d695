import { DEFAULT_PREFERENCES, type Preferences } from '@vetrina/protocol/http/preferences';
import type { AccountId } from '@vetrina/protocol/ids';
import { expect, it } from 'vitest';
import type { Sighting } from '../src/accounts/ports.ts';
import { createAccountStore } from '../src/store/account-store.ts';
import type { Open } from './open-database.ts';
import { accountIdOf, agentIdOf, aNewAccount, anAccount, keyOf, MONDAY } from './store-samples.ts';

export function accountContract(open: Open): void {
  creation(open);
  settings(open);
  sightings(open);
}

function creation(open: Open): void {
  it('T1: an account is found by key and id with its owner, and not under another', async () => {
    const store = createAccountStore(await open());
    expect(await store.isSetUp()).toBe(false);
    expect(await store.create(aNewAccount('one'))).toBe('created');
    expect(await store.isSetUp()).toBe(true);
    expect(await store.byKey(keyOf('one'))).toEqual(anAccount('one'));
    expect(await store.byId(accountIdOf('one'))).toEqual(anAccount('one'));
    expect(await store.byKey(keyOf('two'))).toBeNull();
  });

  it('T1: of several first runs at the same moment one wins', async () => {
    const store = createAccountStore(await open());
    const names = ['one', 'two', 'three'];
    const outcomes = await Promise.all(names.map((name) => store.create(aNewAccount(name, { mustBeFirst: true }))));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    const found = await Promise.all(names.map((name) => store.byKey(keyOf(name))));
    expect(found.filter((account) => account !== null)).toHaveLength(1);
  });

  it('a secret is decided once', async () => {
    const store = createAccountStore(await open());
    const answers = await Promise.all(['a', 'b', 'c'].map((fresh) => store.secret('sessions', fresh)));
    expect(new Set(answers).size).toBe(1);
    expect(await store.secret('sessions', 'd')).toBe(answers[0]);
  });
}

function settings(open: Open): void {
  it('T3: settings change one by one and stay', async () => {
    const store = createAccountStore(await open());
    await store.create(aNewAccount('one'));
    await store.save(accountIdOf('one'), { allowedDomains: ['shop.example', 'münchen.example'], storeIp: true });
    const saved = await store.save(accountIdOf('one'), { trackingMode: 'consent', respectPrivacySignals: false });
    expect(saved).toEqual(
      anAccount('one', {
        allowedDomains: ['shop.example', 'münchen.example'],
        storeIp: true,
        trackingMode: 'consent',
        respectPrivacySignals: false,
      }),
    );
    expect(await store.save(accountIdOf('two'), { name: 'x' })).toBeNull();
  });

  it('S1: one account supports the others, the last that was named, or none', async () => {
    const store = createAccountStore(await open());
    expect(await store.supportAccount()).toBeNull();
    for (const named of [accountIdOf('one'), accountIdOf('two'), null]) {
      await store.saveSupportAccount(named);
      expect(await store.supportAccount()).toBe(named);
    }
  });

  it('V3: preferences follow the agent', async () => {
    const store = createAccountStore(await open());
    const wanted: Preferences = {
      ...DEFAULT_PREFERENCES,
      ...{ language: 'it', theme: 'dark', columns: ['visitor', 'variable:größe'] },
    };
    expect(await store.preferences(accountIdOf('one'), agentIdOf('one'))).toBeNull();
    await store.savePreferences(accountIdOf('one'), agentIdOf('one'), { ...wanted, theme: 'light' }, MONDAY);
    await store.savePreferences(accountIdOf('one'), agentIdOf('one'), wanted, MONDAY + 1);
    expect(await store.preferences(accountIdOf('one'), agentIdOf('one'))).toEqual(wanted);
    expect(await store.preferences(accountIdOf('two'), agentIdOf('one'))).toBeNull();
  });
}

function sightings(open: Open): void {
  it('V11: sightings are kept per account and replaced', async () => {
    const store = createAccountStore(await open());
    const seen = { seenAt: MONDAY, seenUrl: 'https://shop.example/', refused: null };
    const refused = {
      seenAt: null,
      seenUrl: null,
      refused: { at: MONDAY, because: 'foreign-origin', host: 'evil.example' },
    } as const;
    const both: readonly [AccountId, Sighting][] = [
      [accountIdOf('one'), refused],
      [accountIdOf('two'), refused],
    ];
    await store.saveSightings(new Map(both));
    await store.saveSightings(new Map([[accountIdOf('one'), seen]]));
    expect(await store.sightings()).toEqual(
      new Map<AccountId, Sighting>([
        [accountIdOf('one'), seen],
        [accountIdOf('two'), refused],
      ]),
    );
  });
}
