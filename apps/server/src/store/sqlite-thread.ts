/** The thread that owns the SQLite file: runs one statement after the other, as `sqlite-in-thread.ts` asks. */
import { parentPort } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import type { SqliteAnswer, SqliteRequest, StatementResult } from './sqlite-messages.ts';

/** Statements kept compiled. The server has a few dozen; the bound is for lists of ids of every length. */
const MOST_COMPILED = 200;

let database: SqliteDatabase.Database | null = null;
const compiled = new Map<string, SqliteDatabase.Statement>();

function open(file: string, onlyReads: boolean): void {
  database = new SqliteDatabase(file);
  if (onlyReads) database.pragma('query_only = ON');
  // FULL: a committed transaction survives a power cut, not only a crash of the process.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -65536');
  // 16 MB of log before it is folded in: a page that changes in many batches is then written back once.
  database.pragma('wal_autocheckpoint = 4000');
}

function compile(sql: string): SqliteDatabase.Statement {
  const known = compiled.get(sql);
  if (known !== undefined) return known;
  if (database === null) throw new Error('the database is not open');
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const statement = database.prepare(sql);
  compiled.set(sql, statement);
  return statement;
}

function run(sql: string, parameters: readonly unknown[]): StatementResult {
  const statement = compile(sql);
  if (statement.reader) return { rows: statement.all(parameters), changes: null, lastRowId: null };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], changes, lastRowId: Number(lastInsertRowid) };
}

function answer(request: SqliteRequest): SqliteAnswer {
  const { nth } = request;
  try {
    switch (request.do) {
      case 'open':
        open(request.file, request.onlyReads);
        return { nth, result: null };
      case 'run':
        return { nth, result: run(request.sql, request.parameters) };
      case 'close':
        database?.close();
        return { nth, result: null };
    }
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string };
    return { nth, fault: { message: message ?? String(error), code: code ?? null } };
  }
}

parentPort?.on('message', (request: SqliteRequest) => {
  parentPort?.postMessage(answer(request));
  if (request.do === 'close') parentPort?.close();
});
