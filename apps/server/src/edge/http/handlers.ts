import type { ROUTES, RouteName } from '@vetrina/protocol/http/routes';
import type { z } from 'zod';
import type { Caller } from '../../accounts/who-is-it.ts';

type RouteOf<Name extends RouteName> = (typeof ROUTES)[Name];
type Checked<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;
type Field<Route, Key extends string> = Route extends Record<Key, infer Value> ? Checked<Value> : undefined;

/** One request as a handler sees it: who calls was established, what was sent was checked. */
export interface Call<Name extends RouteName> {
  /** Signed in with at least the route's role; null only on routes for anyone. */
  readonly caller: RouteOf<Name>['who'] extends 'anyone' ? null : Caller;
  readonly params: Field<RouteOf<Name>, 'params'>;
  readonly query: Field<RouteOf<Name>, 'query'>;
  readonly body: Field<RouteOf<Name>, 'body'>;
  /** The client's address by `platform/client-ip`. */
  readonly ip: string;
  /** The whole `Cookie` header. */
  readonly cookie: string | undefined;
  /** Sends `Set-Cookie` headers with the answer. */
  setCookies(cookies: readonly string[]): void;
}

type Answer<Name extends RouteName> =
  RouteOf<Name> extends { answer: infer Schema } ? Readonly<Checked<Schema>> : undefined;

/** A handler for every route of the table: a missing or superfluous one does not compile. Refuses by throwing `Refusal`. */
export type Handlers = { readonly [Name in RouteName]: (call: Call<Name>) => Promise<Answer<Name>> };
