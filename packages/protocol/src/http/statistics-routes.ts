import type { Route } from './route.ts';
import { statistics, statisticsOf } from './statistics.ts';

/** ST: what happened over time, a part of the table of routes. */
export const STATISTICS_ROUTES = {
  statistics: { method: 'GET', path: '/api/v1/statistics', who: 'agent', query: statisticsOf, answer: statistics },
} as const satisfies Record<string, Route>;
