import { type IpPattern, ipMatches, parseIpPattern } from '@vetrina/domain/ip-patterns';
import type { IpBlock } from '@vetrina/protocol/http/visitors';
import type { AccountId } from '@vetrina/protocol/ids';
import type { VisitorStore } from './ports.ts';

interface Entry {
  readonly block: IpBlock;
  readonly pattern: IpPattern;
}

/** Every account's blocked address patterns in memory, read from the store at the account's first visitor (C7). */
export class IpBlocks {
  readonly #store: Pick<VisitorStore, 'ipBlocks'>;
  readonly #accounts = new Map<AccountId, Promise<readonly Entry[]>>();

  constructor(store: Pick<VisitorStore, 'ipBlocks'>) {
    this.#store = store;
  }

  /** The pattern that blocks this address, or null. */
  async find(account: AccountId, ip: string): Promise<IpBlock | null> {
    const entries = await this.#load(account);
    return entries.find(({ pattern }) => ipMatches(pattern, ip))?.block ?? null;
  }

  /** The same question for many addresses at once. */
  async tester(account: AccountId): Promise<(ip: string) => boolean> {
    const entries = await this.#load(account);
    return (ip) => entries.some(({ pattern }) => ipMatches(pattern, ip));
  }

  async all(account: AccountId): Promise<readonly IpBlock[]> {
    return (await this.#load(account)).map(({ block }) => block);
  }

  /** Forgets what was read, so that the next question asks the store again. */
  forget(account: AccountId): void {
    this.#accounts.delete(account);
  }

  #load(account: AccountId): Promise<readonly Entry[]> {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const loading = this.#store.ipBlocks(account).then((blocks) => blocks.flatMap(readEntry));
    this.#accounts.set(account, loading);
    // A failed read must not be remembered.
    loading.catch(() => this.#accounts.delete(account));
    return loading;
  }
}

function readEntry(block: IpBlock): Entry[] {
  const pattern = parseIpPattern(block.pattern);
  return pattern === null ? [] : [{ block, pattern }];
}
