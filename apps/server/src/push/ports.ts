import type { AccountId, AgentId, GroupKey, PushDeviceId, VisitorId } from '@vetrina/protocol/ids';
import type { PushPayload } from '@vetrina/protocol/push';

/** The keys that make a push readable for one browser alone, base64url. */
export interface BrowserKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** One browser of one agent's that hears pushes. */
export interface PushSubscription {
  readonly id: PushDeviceId;
  readonly account: AccountId;
  readonly agent: AgentId;
  /** It hears as long as this is open. */
  readonly session: string;
  /** Whoever knows it can send there; nobody is told of it but the push service itself. */
  readonly endpoint: string;
  readonly keys: BrowserKeys;
  readonly language: string;
  readonly browser: string | null;
  readonly os: string | null;
  /** Ms since 1970. */
  readonly createdAt: number;
  readonly usedAt: number;
}

/** Subscriptions in SQL, shared by all processes on one database. */
export interface PushRecords {
  /**
   * Keeps a subscription. A known endpoint keeps its id, and its age if it was the same agent's; whoever subscribed last has it.
   * Beyond `most` of one agent the ones used longest ago go. Answers it as kept.
   */
  keep(subscription: PushSubscription, most: number): Promise<PushSubscription>;
  /** Used last comes first. */
  ofAgent(account: AccountId, agent: AgentId): Promise<readonly PushSubscription[]>;
  /** Of all agents of an account. */
  ofAccount(account: AccountId): Promise<readonly PushSubscription[]>;
  find(account: AccountId, device: PushDeviceId): Promise<PushSubscription | null>;
  /** False: this agent has no such device. */
  remove(account: AccountId, agent: AgentId, device: PushDeviceId): Promise<boolean>;
  /** The push service says it is gone: nothing, if it has a newer endpoint by now. */
  forget(device: PushDeviceId, endpoint: string): Promise<void>;
  endSession(session: string): Promise<void>;
}

/** The server's own pair of keys (RFC 8292), by which push services know it again. */
export interface PushKeys {
  /** As browsers want it: the uncompressed point, base64url. */
  readonly publicKey: string;
  /** Text of a JSON Web Key. */
  readonly privateKey: string;
}

/** A request to a push service, ready to go. */
export interface PushRequest {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** `retryAfter`: as the service said, ms; null: it said nothing. */
export type PushAnswer =
  | { readonly as: 'taken' }
  /** The browser has unsubscribed, or is no more. */
  | { readonly as: 'gone' }
  | { readonly as: 'busy'; readonly status: number | null; readonly retryAfter: number | null }
  | { readonly as: 'refused'; readonly status: number }
  /** Not an address that the server calls. */
  | { readonly as: 'forbidden' };

/** The way to the push services. */
export interface PushPost {
  /** What may be an endpoint at all, whatever its name leads to. */
  accepts(endpoint: string): boolean;
  hand(request: PushRequest): Promise<PushAnswer>;
}

/** Someone of the team, as far as pushes ask. */
export interface PushReceiver {
  readonly id: AgentId;
  readonly groups: readonly GroupKey[];
  readonly seated: boolean;
  /** What they chose to be. */
  readonly status: 'online' | 'offline';
}

/** Who could be told. */
export interface PushTeam {
  members(account: AccountId): Promise<readonly PushReceiver[]>;
}

/** What happens live, as far as pushes ask. */
export interface PushSurroundings {
  /** C8: does this agent look at one of their screens right now? */
  attends(account: AccountId, agent: AgentId): boolean;
  /** Conversations that wait for this agent with something unread: the number on the app's icon. */
  unread(account: AccountId, receiver: PushReceiver): Promise<number>;
  /** Somebody on the site as they are now; null: gone, or blocked. */
  visitorNow(account: AccountId, visitor: VisitorId): ArrivedVisitor | null;
}

export interface ArrivedVisitor {
  readonly id: VisitorId;
  readonly number: number;
  readonly name: string | null;
  readonly group: string | null;
}

/** Something happened that a notice tells of (C8), after the commit. */
export interface PushNews {
  readonly account: AccountId;
  readonly payload: Extract<PushPayload, { kind: 'conversation' }>;
  readonly concerns: (agent: { readonly agent: AgentId; readonly groups: readonly GroupKey[] }) => boolean;
}

/** What happens after which pushes may go out. Called by the reactions: answers at once, and never throws. */
export interface PushReactor {
  heard(news: PushNews): void;
  arrived(account: AccountId, visitor: VisitorId): void;
}
