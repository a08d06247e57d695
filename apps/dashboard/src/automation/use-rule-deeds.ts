import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { RuleId } from '@vetrina/protocol/ids';
import { call } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { automationQueries } from './automation-queries.ts';

const RULES = automationQueries.rules.queryKey;

/** Puts a rule as the server answered it in its place in the list, or behind all others. */
export function useKeepRule(): (rule: Rule) => void {
  const queryClient = useQueryClient();
  return (rule) =>
    void queryClient.setQueryData(RULES, (rules = []) =>
      rules.some(({ id }) => id === rule.id)
        ? rules.map((each) => (each.id === rule.id ? rule : each))
        : [...rules, rule],
    );
}

/** A rule on or off. */
export function useSwitchRule(onDone?: (rule: Rule) => void) {
  const keep = useKeepRule();
  return useMutation({
    mutationFn: ({ rule, isOn }: { readonly rule: RuleId; readonly isOn: boolean }) =>
      call('switchRule', { params: { rule }, body: { isOn } }),
    onSuccess: (rule) => {
      keep(rule);
      onDone?.(rule);
    },
  });
}

export function useCopyRule(onDone: (rule: Rule) => void) {
  return useChange((rule: RuleId) => call('copyRule', { params: { rule } }), [RULES], onDone);
}

export function useRemoveRule(onDone?: () => void) {
  return useChange((rule: RuleId) => call('removeRule', { params: { rule } }), [RULES], onDone);
}

/** A3.4: the list in another order. It stands so at once, and goes back if the server refuses. */
export function useOrderRules() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (rules: readonly Rule[]) => call('orderRules', { body: { rules: rules.map(({ id }) => id) } }),
    onMutate: async (rules) => {
      await queryClient.cancelQueries({ queryKey: RULES });
      const before = queryClient.getQueryData(RULES);
      queryClient.setQueryData(RULES, [...rules]);
      return before;
    },
    onError: (_error, _rules, before) => queryClient.setQueryData(RULES, before),
    onSuccess: (rules) => queryClient.setQueryData(RULES, rules),
  });
}
