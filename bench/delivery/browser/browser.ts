import type { SeededRandom } from '@vetrina/testkit/seeded-random';
import { memoryStorage } from '../../../apps/widget/src/box/outbox/outbox-store.ts';
import { Channels } from './channels.ts';
import { Databases } from './databases.ts';
import { Locks } from './locks.ts';

/** What a browser may lack. */
export interface Lack {
  /** Web Locks: on pages without HTTPS there are none. */
  readonly locks: boolean;
  /** IndexedDB: some forbid it, in private windows for instance. */
  readonly databases: boolean;
}

/** A browser: what outlives its pages, and what its tabs share. */
export class Browser {
  readonly storage = memoryStorage();
  readonly channels = new Channels();
  readonly locks: Locks | undefined;
  readonly databases: Databases | undefined;

  constructor(random: SeededRandom, lack: Lack = { locks: false, databases: false }) {
    this.locks = lack.locks ? undefined : new Locks();
    this.databases = lack.databases ? undefined : new Databases(random);
  }
}
