import type { Account } from '@vetrina/protocol/http/account';
import type { VisitorId } from '@vetrina/protocol/ids';
import type { BoxConnection } from '../live/boxes.ts';
import type { Tab } from '../live/visitor-intake.ts';
import type { Connection } from './connection.ts';
import type { Peer, Socket } from './socket.ts';

/** One socket at the visitors' door. A class, because there is one for every tab: what it can do is shared. */
export class VisitorConnection {
  readonly connection: Connection;
  readonly peer: Peer;
  readonly incarnation: number;
  /** Whose key it named; null until that is known. */
  at: Account | null = null;
  /** What it was admitted as. */
  tab: Tab | null = null;
  counted = false;
  toldBox = '';
  toldRules = '';
  toldMessage: string | null = null;

  constructor(connection: Connection, peer: Peer, incarnation: number) {
    this.connection = connection;
    this.peer = peer;
    this.incarnation = incarnation;
  }

  get socket(): Socket {
    return this.connection.socket;
  }

  get visitor(): VisitorId | null {
    return this.tab?.visitor ?? null;
  }

  beatWith(beat: string): void {
    this.connection.beatWith(beat);
  }

  /** Null before the account is known: nothing is attached by then. */
  get account(): Account | null {
    return this.at;
  }
}

/** An admitted tab, as conversations see it. */
export function isBox(visitor: VisitorConnection): visitor is VisitorConnection & BoxConnection {
  return visitor.account !== null && (visitor.tab !== null || visitor.counted);
}
