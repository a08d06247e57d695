import type { AccountId } from '@vetrina/protocol/ids';
import type { AccountViews, ViewStore } from './ports.ts';

const NONE: AccountViews = { views: [], choices: [] };

/** Every account's saved views in memory: what counting and telling go by. */
export class ViewBook {
  readonly #store: Pick<ViewStore, 'views'>;
  readonly #failed: (reason: unknown) => void;
  readonly #known = new Map<AccountId, AccountViews>();
  readonly #reading = new Map<AccountId, Promise<void>>();
  readonly #listeners = new Set<(account: AccountId, isFirst: boolean) => void>();

  constructor(store: Pick<ViewStore, 'views'>, failed: (reason: unknown) => void) {
    this.#store = store;
    this.#failed = failed;
  }

  /** Reads an account's views, once. `of` answers from memory afterwards, and "none" before. */
  async ready(account: AccountId): Promise<void> {
    if (this.#known.has(account)) return;
    const known = this.#reading.get(account);
    const reading = known ?? this.#read(account).finally(() => this.#reading.delete(account));
    if (known === undefined) this.#reading.set(account, reading);
    await reading;
  }

  of(account: AccountId): AccountViews {
    return this.#known.get(account) ?? NONE;
  }

  /** They are others now. Where they cannot be read, what is known stays. */
  async readAgain(account: AccountId): Promise<void> {
    try {
      await this.#read(account);
    } catch (reason) {
      this.#failed(reason);
    }
  }

  /** Calls back when an account's views were read: `isFirst`, or because they are others now. */
  onRead(listener: (account: AccountId, isFirst: boolean) => void): void {
    this.#listeners.add(listener);
  }

  async #read(account: AccountId): Promise<void> {
    const read = await this.#store.views(account);
    const isFirst = !this.#known.has(account);
    this.#known.set(account, read);
    for (const listener of this.#listeners) listener(account, isFirst);
  }
}
