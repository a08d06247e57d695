import type { z } from 'zod';
import type { Role } from './account.ts';

/** One route of the table, whichever it is. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** The least role that may call it; `anyone` needs no session. */
  readonly who: 'anyone' | Role;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Body of the 2xx answer; absent: 204. Refusals are always `errorBody`. */
  readonly answer?: z.ZodType;
}
