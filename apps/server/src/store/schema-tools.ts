import type { Generated, Selectable } from 'kysely';

/** Work put off, uploaded files, shortcuts and tags. */
export interface ToolsSchema {
  jobs: JobsTable;
  files: FilesTable;
  shortcuts: ShortcutsTable;
  tags: TagsTable;
}

export interface JobsTable {
  id: string;
  kind: string;
  /** JSON text. */
  payload: string;
  run_at: number;
  /** Begun so far. */
  attempts: Generated<number>;
  last_error: string | null;
  /** A process works on it until then; afterwards it is taken for dead. */
  claimed_until: number | null;
  /** Given up. */
  failed_at: number | null;
  /** Only while it waits for its first attempt. */
  key: string | null;
}
export type JobRow = Selectable<JobsTable>;

export interface FilesTable {
  account_id: string;
  id: string;
  /** `file` or `photo`. */
  purpose: string;
  /** Id of the visitor or agent. */
  uploader: string;
  name: string;
  bytes: number;
  media_type: string;
  width: number | null;
  height: number | null;
  created_at: number;
  said_at: number | null;
}
export type FileRow = Selectable<FilesTable>;

export interface ShortcutsTable {
  account_id: string;
  id: string;
  /** Empty: the team's. */
  agent_id: string;
  name: string;
  folded_name: string;
  text: string;
  created_at: number;
}
export type ShortcutRow = Selectable<ShortcutsTable>;

export interface TagsTable {
  account_id: string;
  id: string;
  name: string;
  folded_name: string;
  color: string;
  description: string;
  created_at: number;
}
export type TagRow = Selectable<TagsTable>;
