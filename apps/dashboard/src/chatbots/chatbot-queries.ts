import { queryOptions } from '@tanstack/react-query';
import type { ChatbotId } from '@vetrina/protocol/ids';
import { call } from '../api/client.ts';

/** The list of them, and the rules that start them, are asked for where rules are (`automation/automation-queries.ts`). */
export const chatbotQueries = {
  surroundings: queryOptions({
    queryKey: ['chatbot-surroundings'],
    queryFn: ({ signal }) => call('chatbotSurroundings', { signal }),
  }),
  /** Read when the editor opens; from then on the editor knows best, until somebody else changes it. */
  one: (chatbot: ChatbotId) =>
    queryOptions({
      queryKey: ['chatbot', chatbot],
      queryFn: ({ signal }) => call('chatbot', { signal, params: { chatbot } }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  statistics: (chatbot: ChatbotId) =>
    queryOptions({
      queryKey: ['chatbot-statistics', chatbot],
      queryFn: ({ signal }) => call('chatbotStatistics', { signal, params: { chatbot } }),
      refetchInterval: 30_000,
    }),
};
