/** 0 or 1: SQLite has no booleans. */
export type Bit = 0 | 1;
/** JSON text. */
export type Json = string;
