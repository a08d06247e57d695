import { PRESENCE } from '@vetrina/domain/presence';
import type { AccountId, TabId, VisitorId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import { ExpiryQueue } from './expiry-queue.ts';
import type { Incarnation, PresenceEvent, PresenceLog, TabKey } from './ports.ts';

/** How exactly the moments of V1 are kept, ms. */
const TICK = 250;

interface Tab {
  readonly id: TabId;
  incarnation: Incarnation;
  /** null: open. */
  closedAt: number | null;
}

interface Someone {
  readonly account: AccountId;
  readonly visitor: VisitorId;
  readonly tabs: Tab[];
  /** When the last open tab closed; null while one is open. */
  lastHere: number | null;
}

/** Presence of one process that holds every socket itself. */
export class MemoryPresence implements PresenceLog {
  readonly #clock: Clock;
  readonly #people = new Map<AccountId, Map<VisitorId, Someone>>();
  /** The next moment at which something about this person changes by time alone. */
  readonly #expiry = new ExpiryQueue<Someone>();
  readonly #stop: () => void;
  #listener: (event: PresenceEvent) => void = () => undefined;
  #size = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#stop = clock.every(TICK, () => this.#expire());
  }

  get size(): number {
    return this.#size;
  }

  onEvent(listener: (event: PresenceEvent) => void): void {
    this.#listener = listener;
  }

  open(key: TabKey, incarnation: Incarnation): void {
    const someone = this.#find(key.account, key.visitor) ?? this.#add(key);
    const known = someone.tabs.find((tab) => tab.id === key.tab);
    const wasHere = someone.lastHere === null && someone.tabs.length > 0;
    if (known === undefined) someone.tabs.push({ id: key.tab, incarnation, closedAt: null });
    else {
      const replaced = known.closedAt === null && known.incarnation !== incarnation ? known.incarnation : null;
      known.incarnation = incarnation;
      known.closedAt = null;
      if (replaced !== null) this.#listener({ kind: 'replaced', incarnation: replaced });
    }
    someone.lastHere = null;
    this.#schedule(someone);
    if (!wasHere || known === undefined) this.#tell(someone);
  }

  close(key: TabKey, incarnation: Incarnation, silentFor = 0): void {
    const someone = this.#find(key.account, key.visitor);
    const tab = someone?.tabs.find((one) => one.id === key.tab);
    if (someone === undefined || tab === undefined) return;
    if (tab.incarnation !== incarnation || tab.closedAt !== null) return;
    tab.closedAt = this.#clock.now() - silentFor;
    const last = someone.tabs.every((one) => one.closedAt !== null);
    if (last) someone.lastHere = Math.max(...someone.tabs.map((one) => one.closedAt ?? 0));
    this.#schedule(someone);
    if (last) this.#tell(someone);
  }

  stop(): void {
    this.#stop();
  }

  #expire(): void {
    const now = this.#clock.now();
    for (const someone of this.#expiry.due(now)) {
      const before = someone.tabs.length;
      for (const tab of someone.tabs.filter((one) => one.closedAt !== null && one.closedAt + PRESENCE.grace <= now)) {
        someone.tabs.splice(someone.tabs.indexOf(tab), 1);
        const { account, visitor } = someone;
        this.#listener({ kind: 'tab-gone', account, visitor, tab: tab.id, closedAt: tab.closedAt ?? now });
      }
      const { lastHere } = someone;
      if (lastHere !== null && lastHere + PRESENCE.gone <= now) {
        this.#remove(someone);
        this.#listener({ kind: 'gone', account: someone.account, visitor: someone.visitor, lastHere, at: now });
        continue;
      }
      this.#schedule(someone);
      if (someone.tabs.length !== before) this.#tell(someone);
    }
  }

  #schedule(someone: Someone): void {
    let next = someone.lastHere === null ? Number.POSITIVE_INFINITY : someone.lastHere + PRESENCE.gone;
    for (const tab of someone.tabs) if (tab.closedAt !== null) next = Math.min(next, tab.closedAt + PRESENCE.grace);
    if (next === Number.POSITIVE_INFINITY) this.#expiry.delete(someone);
    else this.#expiry.set(someone, next);
  }

  #tell(someone: Someone): void {
    const { account, visitor, lastHere } = someone;
    const presence =
      lastHere === null
        ? ({ state: 'here' } as const)
        : ({ state: someone.tabs.length > 0 ? 'leaving' : 'left', since: lastHere } as const);
    this.#listener({ kind: 'changed', account, visitor, presence, tabs: someone.tabs.length, at: this.#clock.now() });
  }

  #find(account: AccountId, visitor: VisitorId): Someone | undefined {
    return this.#people.get(account)?.get(visitor);
  }

  #add(key: TabKey): Someone {
    const someone: Someone = { account: key.account, visitor: key.visitor, tabs: [], lastHere: null };
    const people = this.#people.get(key.account) ?? new Map<VisitorId, Someone>();
    people.set(key.visitor, someone);
    this.#people.set(key.account, people);
    this.#size += 1;
    return someone;
  }

  #remove(someone: Someone): void {
    const people = this.#people.get(someone.account);
    people?.delete(someone.visitor);
    if (people?.size === 0) this.#people.delete(someone.account);
    this.#expiry.delete(someone);
    this.#size -= 1;
  }
}
