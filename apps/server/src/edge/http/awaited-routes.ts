import { ROUTES, type RouteName } from '@vetrina/protocol/http/routes';
import { Refusal } from '../../platform/refusal.ts';
import type { Handlers } from './handlers.ts';

/** Stands in for routes whose features are being built; goes away with the last of them. */
export function awaitedRoutes(): Handlers {
  const names = Object.keys(ROUTES) as RouteName[];
  const refuse = () => Promise.reject(new Refusal('not_found'));
  return Object.fromEntries(names.map((name) => [name, refuse])) as unknown as Handlers;
}
