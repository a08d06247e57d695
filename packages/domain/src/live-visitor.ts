import type { AgentId, VisitorId } from '@vetrina/protocol/ids';
import type { Device } from '@vetrina/protocol/visitor-row';

/** Is the visitor's site open in some tab? (V1) */
export type Presence =
  /** At least one tab is connected. */
  | { readonly state: 'here' }
  /** The last tab went; for 5 s nothing changes on screen, because most goodbyes are navigations. */
  | { readonly state: 'leaving'; readonly since: number }
  /** Shown as left and no longer counted. 30 s after the last tab went the visit is over. */
  | { readonly state: 'left'; readonly since: number };

/** What the visitor and the team are saying to each other now (V2). */
export type Chat =
  | { readonly state: 'none' }
  /** The visitor wrote and nobody answered yet. */
  | { readonly state: 'waiting'; readonly since: number }
  | { readonly state: 'chatting'; readonly lastMessageAt: number };

/**
 * Everything the list knows about one person on the site: immutable, replaced as a whole when something changes. Times
 * are ms since 1970.
 */
export interface LiveVisitor {
  readonly id: VisitorId;
  readonly number: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly customer: boolean;
  readonly verified: boolean;
  readonly autoMessaged: boolean;
  readonly blocked: boolean;
  readonly visits: number;
  readonly chats: number;
  readonly country: string | null;
  readonly city: string | null;
  readonly group: string | null;
  readonly presence: Presence;
  readonly chat: Chat;
  readonly typing: boolean;
  readonly unread: number;
  readonly lastMessage: { readonly text: string; readonly at: number } | null;
  readonly agents: readonly { readonly id: AgentId; readonly name: string }[];
  readonly visitStartedAt: number;
  readonly lastActivityAt: number;
  readonly page: { readonly url: string; readonly title: string };
  readonly pageViews: number;
  readonly tabs: number;
  readonly source: string | null;
  readonly referrer: string | null;
  readonly device: Device | null;
  readonly browser: string | null;
  readonly os: string | null;
  readonly language: string | null;
  readonly variables: Readonly<Record<string, string>>;
  /** As stored: masked unless the account stores addresses. Searched (V5), never part of the row. */
  readonly ip: string | null;
}
