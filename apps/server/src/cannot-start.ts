import type { DatabasePlace } from './store/database.ts';

/** What the database answered, with where it was sought and the setting that says so. Never the password of an address. */
export function cannotOpen(place: DatabasePlace, error: unknown): Error {
  switch (place.kind) {
    case 'postgres': {
      const url = URL.parse(place.url);
      const where = url === null ? '' : ` at ${url.host}${url.pathname}`;
      return new Error(`The PostgreSQL database${where} (DATABASE_URL) cannot be used: ${said(error)}.`, {
        cause: error,
      });
    }
    case 'folder':
      // Without a code it is a sentence of ours, which names the folder already.
      if (error instanceof Error && !('code' in error)) return error;
      return new Error(`The data folder ${place.folder} (DATA_DIR) cannot be used: ${said(error)}.`, { cause: error });
    case 'memory':
      return new Error(`The database cannot be opened: ${said(error)}.`, { cause: error });
  }
}

/** A server for the world on the data of a demo: everybody can read the passwords of its owners. */
export function wasDemo(place: DatabasePlace): Error {
  const where = place.kind === 'postgres' ? 'The database (DATABASE_URL)' : 'The data folder (DATA_DIR)';
  return new Error(
    `${where} is a demo's: its accounts have passwords that everybody knows. Use another one, or, if it is meant, set KEEP_DEMO_ACCOUNTS=1.`,
  );
}

/** Why nobody can connect here: mostly another program that already listens. */
export function cannotListen(host: string, port: number, error: unknown): Error {
  const taken = (error as NodeJS.ErrnoException | null)?.code === 'EADDRINUSE';
  const why = taken ? 'another program already listens there' : said(error);
  return new Error(`Cannot listen on ${host}, port ${port} (HOST, PORT): ${why}.`, { cause: error });
}

function said(error: unknown): string {
  const text =
    error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code || error.name : String(error);
  return text.replace(/\.$/, '');
}
