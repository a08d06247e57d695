import { accountAt } from '@vetrina/domain/plan-trial';
import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, AccountKey } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountDirectory, AccountStore } from './ports.ts';
import { TrialEnds } from './trial-ends.ts';

/** Another process may change an account; its change is seen here this much later at most, ms. */
const FRESH = 30_000;
/** An unknown key is looked up again after this long, ms. */
const UNKNOWN_FRESH = 5_000;
/** Unknown keys remembered: invented keys cost a lookup each, never memory. */
const MOST_UNKNOWN = 10_000;

/** As stored: which plan counts is told by the time of reading. */
interface Remembered {
  readonly answer: Promise<Account | null>;
  readonly until: number;
}

/** Accounts in memory, one lookup at a time for each key. What this process saves is seen at once. */
export function createAccountDirectory(parts: {
  readonly store: Pick<AccountStore, 'byKey' | 'byId' | 'save'>;
  readonly clock: Clock;
}): AccountDirectory & { stop(): void } {
  const { store, clock } = parts;
  const byKey = new Map<AccountKey, Remembered>();
  const byId = new Map<AccountId, Remembered>();
  const unknown = new Map<string, number>();
  const listeners = new Set<(account: Account) => void>();
  const tell = (stored: Account): Account => {
    const account = accountAt(stored, clock.now());
    for (const listener of listeners) listener(account);
    return account;
  };
  const trialEnds = new TrialEnds(clock, tell);

  const remember = (account: Account) => {
    const remembered = { answer: Promise.resolve(account), until: clock.now() + FRESH };
    byKey.set(account.key, remembered);
    byId.set(account.id, remembered);
    trialEnds.watch(account);
  };
  const look = <Name extends string>(
    names: Map<Name, Remembered>,
    name: Name,
    load: (name: Name) => Promise<Account | null>,
  ): Promise<Account | null> => {
    const now = clock.now();
    const known = names.get(name);
    if (known !== undefined && known.until > now) return known.answer;
    if ((unknown.get(name) ?? 0) > now) return Promise.resolve(null);
    const answer = load(name).then(
      (account) => {
        if (account !== null) remember(account);
        else forget(names, name);
        return account;
      },
      (error: unknown) => {
        names.delete(name);
        throw error;
      },
    );
    names.set(name, { answer, until: now + FRESH });
    return answer;
  };
  const forget = <Name extends string>(names: Map<Name, Remembered>, name: Name) => {
    names.delete(name);
    unknown.delete(name);
    unknown.set(name, clock.now() + UNKNOWN_FRESH);
    const oldest = unknown.size > MOST_UNKNOWN ? unknown.keys().next().value : undefined;
    if (oldest !== undefined) unknown.delete(oldest);
  };
  const counting = (stored: Account | null) => (stored === null ? null : accountAt(stored, clock.now()));

  return {
    byKey: async (key) => counting(await look(byKey, key, (name) => store.byKey(name))),
    byId: async (id) => counting(await look(byId, id, (name) => store.byId(name))),
    async save(id, change) {
      const account = await store.save(id, change);
      if (account === null) throw new Refusal('not_found');
      remember(account);
      return tell(account);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => trialEnds.stop(),
  };
}
