import type { AccountId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { AccountStore, Sighting, SnippetSightings } from './ports.ts';

const SAVE_EVERY = 5_000;
const NEVER: Sighting = { seenAt: null, seenUrl: null, refused: null };

export interface KeptSightings extends SnippetSightings {
  /** Saves what is new. */
  flush(): Promise<void>;
  stop(): void;
}

/** Loads every account's last sighting (one small row each), keeps them in memory and writes changes every 5 s. */
export async function createSnippetSightings(parts: {
  readonly store: Pick<AccountStore, 'sightings' | 'saveSightings'>;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<KeptSightings> {
  const { store, clock, log } = parts;
  const known = new Map(await store.sightings());
  const unsaved = new Set<AccountId>();
  const listeners = new Set<(account: AccountId, url: string, at: number) => void>();

  const of = (account: AccountId): Sighting => known.get(account) ?? NEVER;
  const note = (account: AccountId, sighting: Sighting) => {
    known.set(account, sighting);
    unsaved.add(account);
  };
  const flush = async () => {
    if (unsaved.size === 0) return;
    const batch = new Map([...unsaved].map((account) => [account, of(account)]));
    unsaved.clear();
    try {
      await store.saveSightings(batch);
    } catch (error) {
      for (const account of batch.keys()) unsaved.add(account);
      log.warn({ err: error }, 'Snippet sightings could not be saved and will be retried');
    }
  };
  const stop = clock.every(SAVE_EVERY, () => void flush());

  return {
    of,
    seen(account, url, at) {
      const before = of(account);
      note(account, { seenAt: at, seenUrl: url, refused: null });
      if (before.seenAt === null) for (const listener of listeners) listener(account, url, at);
    },
    refused(account, because, host, at) {
      note(account, { ...of(account), refused: { at, because, host } });
    },
    onFirstSeen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    stop,
  };
}
