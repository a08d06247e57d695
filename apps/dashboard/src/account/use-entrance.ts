import type { QueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';

/**
 * What follows a sign-in: the way leads to where the person was going. Who they are is asked there, because signed in is not
 * let in: their plan may have no seat for them.
 */
export function useEntrance(next = '/visitors'): (queryClient: QueryClient) => Promise<void> {
  const router = useRouter();
  return async (queryClient) => {
    queryClient.removeQueries({ queryKey: queries.session.queryKey });
    await router.navigate({ href: next });
  };
}
