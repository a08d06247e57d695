import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Dates } from '@vetrina/domain/statistics/presets';
import { call } from '../api/client.ts';

/** What goes on is asked anew so often while it is on screen, ms; long spans change too little for it. */
const FRESH = { hour: 20_000, day: 120_000, week: false } as const;

/** The reader's time zone: whose days and hours the page speaks of. */
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** ST. The figures of the period before stay on screen until those of the next are there. */
export const statisticsOf = ({ from, to }: Dates) =>
  queryOptions({
    queryKey: ['statistics', from, to],
    queryFn: ({ signal }) => call('statistics', { signal, query: { from, to, zone: readersZone() } }),
    placeholderData: keepPreviousData,
    staleTime: FRESH.hour,
    refetchInterval: ({ state }) => (state.data === undefined ? false : FRESH[state.data.grain]),
  });
