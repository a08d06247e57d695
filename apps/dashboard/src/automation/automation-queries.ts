import { queryOptions } from '@tanstack/react-query';
import type { RuleLogic } from '@vetrina/protocol/automation/rule';
import type { DryRunOf } from '@vetrina/protocol/http/automation';
import type { RuleId, VisitorId } from '@vetrina/protocol/ids';
import { call } from '../api/client.ts';

/** People come and go: how often what is said of them is asked anew while it is on screen, ms. */
const LIVE = 8_000;

export const automationQueries = {
  rules: queryOptions({ queryKey: ['rules'], queryFn: ({ signal }) => call('rules', { signal }) }),
  results: queryOptions({
    queryKey: ['rule-results'],
    queryFn: ({ signal }) => call('ruleResults', { signal }),
    refetchInterval: 30_000,
  }),
  /** A7: the bots that a rule may start. */
  chatbots: queryOptions({ queryKey: ['chatbots'], queryFn: ({ signal }) => call('chatbots', { signal }) }),
  people: (rule: RuleId) =>
    queryOptions({
      queryKey: ['rule-people', rule],
      queryFn: ({ signal }) => call('rulePeople', { signal, params: { rule } }),
      staleTime: 0,
      refetchInterval: LIVE,
    }),
  /** A4, of one visitor. */
  ofVisitor: (visitor: VisitorId) =>
    queryOptions({
      queryKey: ['visitor-rules', visitor],
      queryFn: ({ signal }) => call('visitorRules', { signal, params: { visitor } }),
      staleTime: 0,
      refetchInterval: LIVE,
    }),
  /** Only "where" and "who" count: whatever else of a rule changes, the answer stays. */
  matches: ({ where, who, ...rest }: RuleLogic) =>
    queryOptions({
      queryKey: ['rule-matches', where, who],
      queryFn: ({ signal }) => call('ruleMatches', { signal, body: { logic: { ...rest, where, who } } }),
      staleTime: 0,
      refetchInterval: LIVE,
    }),
  /** A5. The same question within a minute has the same answer. */
  dryRun: (body: DryRunOf) =>
    queryOptions({
      queryKey: ['rule-dry-run', body],
      queryFn: ({ signal }) => call('dryRunRule', { signal, body }),
      staleTime: 60_000,
      gcTime: 60_000,
      retry: false,
    }),
};
