import type { Database } from '../src/store/database.ts';

/** Opens the database that a test of the store contract was given; every call opens the same one again. */
export type Open = () => Promise<Database>;
