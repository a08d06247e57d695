import { readFileSync } from 'node:fs';
import { createAccountDirectory } from '../accounts/account-directory.ts';
import { systemClock } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createEvents } from '../platform/events.ts';
import { silentLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { createAccountStore } from '../store/account-store.ts';
import { openDatabase } from '../store/database.ts';
import { type Operated, operate } from './operate.ts';
import { noteIn, type OperatorNote, operatorNote } from './operator-door.ts';

/**
 * The operator's command line. A running server is asked to do it, so that it takes effect at once; where none runs on this
 * data folder, it is done in the database directly.
 */
async function main(words: readonly string[]): Promise<Operated> {
  // As the server's own: what is made here is for its user alone.
  process.umask(0o077);
  const config = readConfig(process.env);
  const note = readNote(config.dataDir);
  const answered = note === null ? null : await askServer(note, words);
  return answered ?? operateAlone(config, words);
}

/** null: no server has left a note, or one that ended without taking it along left a broken one. */
function readNote(dataDir: string): OperatorNote | null {
  try {
    return operatorNote.parse(JSON.parse(readFileSync(noteIn(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** null: nobody answers there any more, or somebody else does. */
async function askServer({ port, token }: OperatorNote, words: readonly string[]): Promise<Operated | null> {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(words),
  }).catch(() => null);
  if (response === null || response.status === 401) return null;
  return (await response.json()) as Operated;
}

async function operateAlone(config: Config, words: readonly string[]): Promise<Operated> {
  const place =
    config.databaseUrl === null
      ? ({ kind: 'folder', folder: config.dataDir } as const)
      : ({ kind: 'postgres', url: config.databaseUrl } as const);
  const database = await openDatabase(place, silentLog);
  const store = createAccountStore(database);
  const directory = createAccountDirectory({ store, clock: systemClock });
  try {
    const events = createEvents(silentLog, createMetrics({ processFigures: false }));
    return await operate({ store, directory, events, clock: systemClock }, words);
  } finally {
    directory.stop();
    await database.close();
  }
}

main(process.argv.slice(2)).then(
  ({ ok, text }) => {
    (ok ? process.stdout : process.stderr).write(`${text}\n`);
    process.exitCode = ok ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
