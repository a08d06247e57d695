import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Shows what was chosen before the server has answered. Returned: what puts back what stood there, for a refusal. */
export function showAtOnce<T>(client: QueryClient, queryKey: QueryKey, chosen: T): () => void {
  const before = client.getQueryData<T>(queryKey);
  const shown = client.setQueryData<T>(queryKey, chosen);
  return () => {
    // What was chosen after it stays: that has an answer of its own.
    if (client.getQueryData<T>(queryKey) === shown) client.setQueryData<T>(queryKey, before);
  };
}
