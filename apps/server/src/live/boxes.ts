import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorBeat } from '@vetrina/protocol/messages/beat';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Socket } from '../edge/socket.ts';
import { BACKPRESSURE } from './agent-feed.ts';

/** A connected tab, as conversations see it. */
export interface BoxConnection {
  readonly socket: Socket;
  /** With the settings of now. */
  readonly account: Account;
  /** Null: only counted, so there is nobody to talk to, but a box that says whether the team is there. */
  readonly visitor: VisitorId | null;
  /** The state of the box that the page was told last, as JSON. */
  toldBox: string;
  /** Which rules the page was told last (`PageRules`); empty: none. */
  toldRules: string;
  /** The automatic message it was told last, and whether it was seen; null: none. */
  toldMessage: string | null;
  beatWith(beat: string): void;
}

type Held = BoxConnection | readonly BoxConnection[];

interface Tabs {
  readonly known: Map<VisitorId, Held>;
  readonly counted: Set<BoxConnection>;
}

/**
 * The open tabs of every visitor, for what is said to all of them. A visitor with one tab costs an entry of a map and
 * nothing else: most never chat.
 */
export class Boxes {
  readonly #accounts = new Map<AccountId, Tabs>();

  attach(tab: BoxConnection): void {
    const { account, visitor } = tab;
    const tabs = this.#accounts.get(account.id) ?? { known: new Map<VisitorId, Held>(), counted: new Set() };
    this.#accounts.set(account.id, tabs);
    if (visitor === null) tabs.counted.add(tab);
    else {
      const others = tabsIn(tabs.known.get(visitor)).filter((one) => one !== tab);
      tabs.known.set(visitor, others.length === 0 ? tab : [...others, tab]);
    }
  }

  detach(tab: BoxConnection): void {
    const { account, visitor } = tab;
    const tabs = this.#accounts.get(account.id);
    if (tabs === undefined) return;
    if (visitor === null) tabs.counted.delete(tab);
    else {
      const others = tabsIn(tabs.known.get(visitor)).filter((one) => one !== tab);
      if (others.length > 0) tabs.known.set(visitor, others.length === 1 ? (others[0] as BoxConnection) : others);
      else tabs.known.delete(visitor);
    }
    if (tabs.known.size === 0 && tabs.counted.size === 0) this.#accounts.delete(account.id);
  }

  tabs(account: AccountId, visitor: VisitorId): readonly BoxConnection[] {
    return tabsIn(this.#accounts.get(account)?.known.get(visitor));
  }

  /** Accounts with a tab open. */
  accounts(): IterableIterator<AccountId> {
    return this.#accounts.keys();
  }

  /** All of an account's; those that come or go meanwhile may be in it or not. */
  *everyTab(account: AccountId): Generator<BoxConnection, void> {
    const tabs = this.#accounts.get(account);
    if (tabs === undefined) return;
    for (const held of tabs.known.values()) yield* tabsIn(held);
    yield* tabs.counted;
  }

  /**
   * Tells all of a visitor's tabs. One that reads too slowly is passed over: it notices at the next entry or beat that
   * something is missing, and asks.
   */
  tell(account: AccountId, visitor: VisitorId, frame: ToVisitor): void {
    const tabs = this.tabs(account, visitor);
    if (tabs.length === 0) return;
    const text = JSON.stringify(frame);
    for (const { socket } of tabs) if (socket.bufferedAmount <= BACKPRESSURE.skip) socket.send(text);
  }

  /** C3: from now on the beat of these tabs says up to where the conversation goes. */
  beat(account: AccountId, visitor: VisitorId, lastSeq: number): void {
    const tabs = this.tabs(account, visitor);
    if (tabs.length === 0) return;
    const beat = beatOf(lastSeq);
    for (const tab of tabs) tab.beatWith(beat);
  }

  /** Visitors held, those who are only counted left out. */
  get size(): number {
    let size = 0;
    for (const { known } of this.#accounts.values()) size += known.size;
    return size;
  }
}

export const beatOf = (lastSeq: number): string => JSON.stringify({ type: 'beat', lastSeq } satisfies VisitorBeat);

function tabsIn(held: Held | undefined): readonly BoxConnection[] {
  if (held === undefined) return [];
  return 'socket' in held ? [held] : held;
}
