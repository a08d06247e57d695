import SqliteDatabase from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../platform/log.ts';
import { claimDataFolder } from './data-folder.ts';
import type { DialectName } from './dialect.ts';
import { migrateToLatest } from './migrate.ts';
import type { Schema } from './schema.ts';
import { sqliteInThread } from './sqlite-in-thread.ts';

/** An open database with an up-to-date schema. */
export interface Database {
  readonly db: Kysely<Schema>;
  /**
   * For reading what takes long (statistics): on SQLite a thread of its own beside the one that writes, so that no message
   * waits for it. What was committed is in it.
   */
  readonly reports: Kysely<Schema>;
  readonly dialect: DialectName;
  /** Waits for running queries, then lets go of files or connections. */
  close(): Promise<void>;
}

export type DatabasePlace =
  | { readonly kind: 'postgres'; readonly url: string; readonly connections?: number }
  | { readonly kind: 'folder'; readonly folder: string }
  /** Gone when closed; for tests. */
  | { readonly kind: 'memory' };

/** Opens (and creates or migrates) the database. @throws when it is out of reach, locked, or a migration fails. */
export async function openDatabase(place: DatabasePlace, log: Log): Promise<Database> {
  const database =
    place.kind === 'postgres' ? openPostgres(place.url, place.connections ?? 10, log) : openSqlite(place);
  try {
    for (const migration of await migrateToLatest(database.db)) log.info({ migration }, 'The database was migrated');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openSqlite(place: { kind: 'folder'; folder: string } | { kind: 'memory' }): Database {
  if (place.kind === 'memory') {
    // On the calling thread, so that a test's steps follow each other without waiting.
    const sqlite = new SqliteDatabase(':memory:');
    sqlite.pragma('foreign_keys = ON');
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
    return { db, reports: db, dialect: 'sqlite', close: () => db.destroy() };
  }
  const folder = claimDataFolder(place.folder);
  const db = new Kysely<Schema>({ dialect: sqliteInThread(folder.databaseFile) });
  // Its thread begins with the first question.
  const reports = new Kysely<Schema>({ dialect: sqliteInThread(folder.databaseFile, { onlyReads: true }) });
  return {
    ...{ db, reports },
    dialect: 'sqlite',
    async close() {
      await reports.destroy();
      await db.destroy();
      folder.release();
    },
  };
}

const INT8 = 20;
const NUMERIC = 1700;

function openPostgres(url: string, connections: number, log: Log): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'vetrina',
    // Counts and times are far below 2^53; `pg` would hand them out as strings.
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 || oid === NUMERIC
          ? Number
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // Without a listener, a restart of PostgreSQL would end this process through an idle connection's error.
  pool.on('error', (error) => log.warn({ err: error }, 'A database connection was lost'));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    ...{ db, reports: db },
    dialect: 'postgres',
    async close() {
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}
