import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';

export const viewQueries = {
  /** SV2: all that this agent sees, in the order of their sidebar. What changes is told over the socket. */
  views: queryOptions({
    queryKey: ['views'],
    queryFn: ({ signal }) => call('views', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }),
};
