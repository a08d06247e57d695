/** What the server's main thread asks of the thread that owns the SQLite file, and what that answers; one each. */
export type SqliteRequest =
  | { readonly nth: number; readonly do: 'open'; readonly file: string; readonly onlyReads: boolean }
  | { readonly nth: number; readonly do: 'run'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly nth: number; readonly do: 'close' };

export interface StatementResult {
  readonly rows: readonly unknown[];
  /** Null for statements that answer rows. */
  readonly changes: number | null;
  readonly lastRowId: number | null;
}

export type SqliteAnswer =
  | { readonly nth: number; readonly result: StatementResult | null }
  /** An error's own fields do not survive the way between threads, so the code travels beside the text. */
  | { readonly nth: number; readonly fault: { readonly message: string; readonly code: string | null } };
