import { queryOptions } from '@tanstack/react-query';
import { ApiError, call } from './client.ts';

/** What the dashboard reads over HTTP, each under one key. What is live comes over the socket instead. */
export const queries = {
  setup: queryOptions({ queryKey: ['setup'], queryFn: ({ signal }) => call('setup', { signal }), staleTime: 60_000 }),
  /** Who is signed in; null when nobody is. */
  session: queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) =>
      call('session', { signal }).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'not_signed_in') return null;
        throw error;
      }),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  preferences: queryOptions({
    queryKey: ['preferences'],
    queryFn: ({ signal }) => call('preferences', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  installation: queryOptions({
    queryKey: ['installation'],
    queryFn: ({ signal }) => call('installation', { signal }),
    refetchInterval: 4_000,
  }),
  agents: queryOptions({ queryKey: ['agents'], queryFn: ({ signal }) => call('agents', { signal }) }),
  shortcuts: queryOptions({ queryKey: ['shortcuts'], queryFn: ({ signal }) => call('shortcuts', { signal }) }),
  tags: queryOptions({ queryKey: ['tags'], queryFn: ({ signal }) => call('tags', { signal }) }),
  groups: queryOptions({ queryKey: ['groups'], queryFn: ({ signal }) => call('groups', { signal }) }),
  myStatus: queryOptions({ queryKey: ['my-status'], queryFn: ({ signal }) => call('myStatus', { signal }) }),
  /** Blocked and unblocked from many places: always asked anew. */
  blockedVisitors: queryOptions({
    queryKey: ['blocked-visitors'],
    queryFn: ({ signal }) => call('blockedVisitors', { signal }),
    staleTime: 0,
  }),
  support: queryOptions({ queryKey: ['support'], queryFn: ({ signal }) => call('support', { signal }) }),
  ipBlocks: queryOptions({ queryKey: ['ip-blocks'], queryFn: ({ signal }) => call('ipBlocks', { signal }) }),
};
