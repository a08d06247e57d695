import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from './api/client.ts';
import { queries } from './api/queries.ts';
import { isSignedOut, isTurnedAway } from './api/turned-away.ts';
import { makeRouter } from './router.tsx';
import { cssVariablesResolver, theme } from './ui/theme.ts';
import { layersMoved } from './ui/use-back-closes.ts';

/** Refusals are answers: only a server that was not reached or not ready is asked again. */
function isWorthARetry(failures: number, error: Error): boolean {
  const passing = error instanceof ApiError && (error.code === 'offline' || error.code === 'not_ready');
  // Without a network there is no use in patience: the screen says so at once.
  return passing && failures < (navigator.onLine ? 3 : 0);
}

/** The session turned out to be over. Before anybody is signed in there is nothing to end. */
function end(client: QueryClient): void {
  client.setQueryData(queries.session.queryKey, (session) => session && null);
}

export function App() {
  const [{ queryClient, router }] = useState(() => {
    const client: QueryClient = new QueryClient({
      queryCache: new QueryCache({ onError: (error) => isTurnedAway(error) && end(client) }),
      // A deed may be refused for want of a seat for somebody else.
      mutationCache: new MutationCache({ onError: (error) => isSignedOut(error) && end(client) }),
      // A server in the house is reached without the internet: whether there is a network is not for the browser to say.
      defaultOptions: {
        queries: { retry: isWorthARetry, staleTime: 10_000, networkMode: 'always' },
        mutations: { retry: false, networkMode: 'always' },
      },
    });
    const made = makeRouter(client);
    // The router tells of its step before it writes it into the history.
    made.history.subscribe(() => setTimeout(layersMoved));
    return { queryClient: client, router: made };
  });
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        // Both would write <style> elements; the same rules are in the stylesheet of the build.
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  );
}
