import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.ts';

/** What only the settings read. */
export const settingsQueries = {
  team: queryOptions({ queryKey: ['team'], queryFn: ({ signal }) => call('team', { signal }) }),
  invitations: queryOptions({ queryKey: ['invitations'], queryFn: ({ signal }) => call('invitations', { signal }) }),
  secondFactor: queryOptions({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => call('secondFactor', { signal }),
  }),
  /** Never kept longer than the page that shows it. */
  identitySecret: queryOptions({
    queryKey: ['identity-secret'],
    queryFn: ({ signal }) => call('identitySecret', { signal }),
    gcTime: 0,
  }),
};
