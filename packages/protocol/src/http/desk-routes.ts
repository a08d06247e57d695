import { visitorSearch, visitorsFound } from './desk.ts';
import type { Route } from './route.ts';

/** D: what the command palette asks, a part of the table of routes. */
export const DESK_ROUTES = {
  findVisitors: { method: 'GET', path: '/api/v1/visitors', who: 'agent', query: visitorSearch, answer: visitorsFound },
} as const satisfies Record<string, Route>;
