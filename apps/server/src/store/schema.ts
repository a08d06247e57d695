import type { Generated, Insertable, Selectable } from 'kysely';
import type { Bit, Json } from './column-types.ts';
import type { AutomationSchema } from './schema-automation.ts';
import type { ConversationTables } from './schema-conversations.ts';
import type { PushSchema } from './schema-push.ts';
import type { TeamSchema } from './schema-team.ts';
import type { ToolsSchema } from './schema-tools.ts';
import type { ViewsSchema } from './schema-views.ts';

/**
 * The tables as Kysely sees them. The same on both databases: ids are text, times integer ms since 1970, yes-or-no 0 or 1,
 * structures JSON text. better-auth's tables are not here: only `accounts/better-auth.ts` reads them.
 */
export interface Schema
  extends ConversationTables,
    TeamSchema,
    ToolsSchema,
    AutomationSchema,
    PushSchema,
    ViewsSchema {
  server_facts: ServerFactsTable;
  visitor_numbers: VisitorNumbersTable;
  preferences: PreferencesTable;
  snippet_sightings: SnippetSightingsTable;
  visitors: VisitorsTable;
  visits: VisitsTable;
  page_views: PageViewsTable;
  ip_blocks: IpBlocksTable;
}

/** What the server knows about itself: its secret, that it was set up, when it was last alive. */
export interface ServerFactsTable {
  name: string;
  value: string;
}

/** The last number given to a visitor of the account; apart from `accounts` so that arrivals do not wait for settings. */
export interface VisitorNumbersTable {
  account_id: string;
  last: number;
}

export interface PreferencesTable {
  account_id: string;
  agent_id: string;
  value: Json;
  updated_at: number;
}

export interface SnippetSightingsTable {
  account_id: string;
  seen_at: number | null;
  seen_url: string | null;
  refused_at: number | null;
  refused_because: string | null;
  refused_host: string | null;
}

export interface VisitorsTable {
  account_id: string;
  id: string;
  number: number;
  name: string | null;
  email: string | null;
  phone: string | null;
  group_name: string | null;
  language: string | null;
  variables: Generated<Json>;
  customer: Generated<Bit>;
  verified: Generated<Bit>;
  /** I3: who a verified visitor is in the site's own books. */
  user_id: string | null;
  /** A8: when an automatic message was first shown. */
  auto_messaged_at: number | null;
  /** When something was last written to them unasked; null: never. */
  contacted_at: number | null;
  visits: Generated<number>;
  chats: Generated<number>;
  first_seen_at: number;
  /** As of the last beginning or end of a visit; during one, the visit's own `last_seen_at` is later. */
  last_seen_at: number;
  blocked_at: number | null;
  blocked_by: string | null;
  blocked_by_agent: string | null;
  blocked_until: number | null;
  note: Generated<string>;
  note_by: string | null;
  note_at: number | null;
  /** Name, e-mail and phone as conversations are searched by them (`visitor-rows.ts`); null: none is known. */
  folded: string | null;
}
export type VisitorRow = Selectable<VisitorsTable>;

export interface VisitsTable {
  account_id: string;
  id: string;
  visitor_id: string;
  started_at: number;
  ended_at: number | null;
  last_seen_at: number;
  page_views: Generated<number>;
  source: Json;
  country: string | null;
  city: string | null;
  device: string | null;
  browser: string | null;
  os: string | null;
  screen: string | null;
  language: string | null;
  timezone: string | null;
  ip: string | null;
  ip_is_masked: Bit;
}
export type VisitRow = Selectable<VisitsTable>;

export interface PageViewsTable {
  account_id: string;
  visit_id: string;
  id: string;
  url: string;
  title: string;
  at: number;
  ended_at: number | null;
}

export interface IpBlocksTable {
  account_id: string;
  id: string;
  pattern: string;
  created_at: number;
  created_by: string | null;
  created_by_agent: string;
}
export type NewIpBlock = Insertable<IpBlocksTable>;
