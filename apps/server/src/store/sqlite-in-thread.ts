import { Worker } from 'node:worker_threads';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteAnswer, SqliteRequest, StatementResult } from './sqlite-messages.ts';

/**
 * SQLite behind Kysely, in a thread of its own. The driver that Kysely brings runs each statement on the calling thread,
 * where a batch of page views and its sync to disk would hold up every socket for tens of milliseconds; here the sockets
 * wait for nothing. There is one connection, so Kysely lets one transaction through at a time.
 */
export function sqliteInThread(file: string, { onlyReads = false }: { readonly onlyReads?: boolean } = {}): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ThreadDriver(file, onlyReads),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

type Ask = SqliteRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'nth'> : never) : never;

interface Waiting {
  readonly resolve: (result: StatementResult | null) => void;
  readonly reject: (reason: Error) => void;
}

class ThreadDriver implements Driver {
  readonly #file: string;
  readonly #onlyReads: boolean;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null = null;
  #asked = 0;
  readonly #connection: DatabaseConnection = {
    executeQuery: (query) => this.#execute(query),
    // Nothing streams yet; a stream in one piece keeps the promise of the interface.
    streamQuery: (query) => this.#inOnePiece(query),
  };

  constructor(file: string, onlyReads: boolean) {
    this.#file = file;
    this.#onlyReads = onlyReads;
  }

  async init(): Promise<void> {
    // Nobody listens for the thread's `error`: if it dies by a fault of its own, so does the process, loudly, rather than
    // serve on without a memory.
    this.#thread = new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
      name: this.#onlyReads ? 'sqlite-reports' : 'sqlite',
      // Statements' parameters come and go; SQLite's own memory is outside of this.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.#thread.on('message', (answer: SqliteAnswer) => this.#answered(answer));
    try {
      await this.#ask({ do: 'open', file: this.#file, onlyReads: this.#onlyReads });
    } catch (error) {
      await this.destroy();
      throw error;
    }
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }

  async beginTransaction(): Promise<void> {
    await this.#execute(CompiledQuery.raw('begin'));
  }

  async commitTransaction(): Promise<void> {
    await this.#execute(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(): Promise<void> {
    try {
      await this.#execute(CompiledQuery.raw('rollback'));
    } catch (error) {
      // After a full disk SQLite has rolled back by itself; to complain of that would hide what was wrong.
      if (!(error as Error).message.includes('no transaction is active')) throw error;
    }
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    const thread = this.#thread;
    if (thread === null) return;
    await this.#ask({ do: 'close' });
    this.#thread = null;
    await thread.terminate();
  }

  async #execute<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#ask({ do: 'run', sql, parameters });
    if (result === null) return { rows: [] };
    return {
      rows: result.rows as Row[],
      ...(result.changes !== null && { numAffectedRows: BigInt(result.changes) }),
      ...(result.lastRowId !== null && { insertId: BigInt(result.lastRowId) }),
    };
  }

  async *#inOnePiece<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.#execute<Row>(query);
  }

  #ask(ask: Ask): Promise<StatementResult | null> {
    const thread = this.#thread;
    if (thread === null) return Promise.reject(new Error('the database is closed'));
    this.#asked += 1;
    const nth = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(nth, { resolve, reject });
      thread.postMessage({ nth, ...ask });
    });
  }

  #answered(answer: SqliteAnswer): void {
    const waiting = this.#waiting.get(answer.nth);
    this.#waiting.delete(answer.nth);
    if ('result' in answer) {
      waiting?.resolve(answer.result);
    } else {
      const { message, code } = answer.fault;
      waiting?.reject(Object.assign(new Error(message), code === null ? {} : { code }));
    }
  }
}
