import type { AutomationActions } from '../../live/automation-actions.ts';
import type { Handlers } from './handlers.ts';

type AutomationRoute =
  | 'rules'
  | 'addRule'
  | 'editRule'
  | 'switchRule'
  | 'copyRule'
  | 'orderRules'
  | 'removeRule'
  | 'ruleResults'
  | 'ruleMatches'
  | 'rulePeople'
  | 'visitorRules'
  | 'dryRunRule';

/** Automatic messages, spoken in HTTP. */
export function automationRoutes(actions: AutomationActions): Pick<Handlers, AutomationRoute> {
  return {
    rules: async ({ caller }) => [...(await actions.rules(caller.actor))],
    addRule: ({ caller, body }) => actions.addRule(caller.actor, body),
    editRule: ({ caller, params, body }) => actions.editRule(caller.actor, params.rule, body),
    switchRule: ({ caller, params, body }) => actions.switchRule(caller.actor, params.rule, body),
    copyRule: ({ caller, params }) => actions.copyRule(caller.actor, params.rule),
    orderRules: async ({ caller, body }) => [...(await actions.orderRules(caller.actor, body.rules))],
    async removeRule({ caller, params }) {
      await actions.removeRule(caller.actor, params.rule);
    },
    ruleResults: ({ caller }) => actions.results(caller.actor),
    ruleMatches: ({ caller, body }) => actions.matches(caller.actor, body.logic),
    rulePeople: ({ caller, params }) => actions.people(caller.actor, params.rule),
    visitorRules: async ({ caller, params }) => [...(await actions.explain(caller.actor, params.visitor))],
    dryRunRule: ({ caller, body }) => actions.dryRun(caller.actor, body),
  };
}
