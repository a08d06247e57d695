import type { QueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { queries } from '../api/queries.ts';

/** What follows a sign-in: the session is known, and the way leads to where the person was going. */
export function useEntrance(next = '/visitors'): (queryClient: QueryClient, session: Session) => Promise<void> {
  const router = useRouter();
  return async (queryClient, session) => {
    queryClient.setQueryData(queries.session.queryKey, session);
    await router.navigate({ href: next });
  };
}
