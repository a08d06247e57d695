import type { Generated, Selectable } from 'kysely';
import type { Bit, Json } from './column-types.ts';

/** SV: saved views, and what each agent chose about them. */
export interface ViewsSchema {
  saved_views: SavedViewsTable;
  view_choices: ViewChoicesTable;
}

export interface SavedViewsTable {
  account_id: string;
  id: string;
  /** Null: the account's. */
  owner_id: string | null;
  shared: Bit;
  name: string;
  color: string;
  /** `ViewAsks`. */
  asks: Json;
  created_at: number;
  changed_at: number;
}
export type SavedViewRow = Selectable<SavedViewsTable>;

export interface ViewChoicesTable {
  account_id: string;
  view_id: string;
  agent_id: string;
  sound: Generated<Bit>;
  push: Generated<Bit>;
  position: number | null;
}
export type ViewChoiceRow = Selectable<ViewChoicesTable>;
