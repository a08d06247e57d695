import { z } from 'zod';
import { condition } from '../automation/conditions.ts';
import { PRESETS, rule, ruleDraft, ruleLogic, trigger } from '../automation/rule.ts';
import { chatbotId, ruleId, visitorId } from '../ids.ts';
import { LIMITS } from '../limits.ts';

export const ruleParams = z.strictObject({ rule: ruleId });

/** All of an account, the first before all others (A3.4). */
export const rulesInOrder = z.array(rule);

/** It begins switched off. */
export const newRule = z.strictObject({ draft: ruleDraft, preset: z.enum(PRESETS).nullable() });
export type NewRule = z.infer<typeof newRule>;

/** `changedAt`: of the state that was changed. Another one since: `changed_meanwhile`. */
export const ruleEdit = z.strictObject({ draft: ruleDraft, changedAt: z.number() });
export type RuleEdit = z.infer<typeof ruleEdit>;

export const ruleSwitch = z.strictObject({ isOn: z.boolean() });

/** Every rule of the account, once. */
export const ruleOrder = z.strictObject({ rules: z.array(ruleId).max(LIMITS.rules) });

/** Name and number, as a person is called in lists. */
const somebody = z.strictObject({ id: visitorId, number: z.int(), name: z.string().nullable() });
export type Somebody = z.infer<typeof somebody>;

/** Whose "where" and "who" hold, of those who are on the site now and whom the agent may see. */
export const matchesOf = z.strictObject({ logic: ruleLogic });
export const matchesNow = z.strictObject({ people: z.int(), of: z.int(), sample: z.array(somebody) });
export type MatchesNow = z.infer<typeof matchesNow>;

/** A6. People whose goal was reached, and so on, since the rule was made; `heldOut` got nothing. */
export const ruleResults = z.strictObject({
  rule: ruleId,
  sent: z.int(),
  seen: z.int(),
  answered: z.int(),
  goal: z.int(),
  heldOut: z.int(),
  /** Of them: wrote in the same visit by themselves. */
  heldOutWrote: z.int(),
  heldOutGoal: z.int(),
  lastSentAt: z.number().nullable(),
});
export type RuleResults = z.infer<typeof ruleResults>;
export const results = z.strictObject({
  rules: z.array(ruleResults),
  /** P: conversations that automation began this month, of how many the plan has. */
  conversations: z.strictObject({ begun: z.int(), allowed: z.int() }),
});
export type Results = z.infer<typeof results>;

/** Holds, does not, or cannot be told from here. */
export const VERDICTS = ['yes', 'no', 'unknown'] as const;
const verdict = z.enum(VERDICTS);
export type VerdictWord = z.infer<typeof verdict>;

export const SILENCES = [
  'had-its-turn',
  'in-conversation',
  'waits-for-answer',
  'was-answered',
  'dismissed',
  'too-soon',
  'enough-for-a-day',
  'plan-limit',
  'no-chatbot',
] as const;
export const silence = z.enum(SILENCES);
/** Why somebody is not written to although a rule's moment has come (A3, A4). `plan-limit`: the month's conversations are used up. */
export type Silence = z.infer<typeof silence>;

const checks = z.strictObject({
  holds: verdict,
  match: z.enum(['all', 'any']),
  list: z.array(
    z.strictObject({
      condition,
      /** What was found there; null: nothing is known. */
      found: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      holds: verdict,
    }),
  ),
});

/** A4: each part of a rule for one visitor, as it stands now. */
export const explanation = z.strictObject({
  rule: ruleId,
  name: z.string(),
  isOn: z.boolean(),
  /**
   * `sent`, `held-out`: in this visit. `held`: its moment has come, and something kept it (`held`). `due`: it has come, and the page
   * has not asked yet, because nobody looks at it. `waits`: everything else holds, its time has not come.
   */
  state: z.enum(['sent', 'held-out', 'held', 'due', 'waits', 'does-not-match', 'off']),
  when: z.strictObject({
    trigger,
    delay: z.int(),
    holds: verdict,
    /** When its time comes or came, ms since 1970; null: not before something happens, or only the page knows. */
    dueAt: z.number().nullable(),
  }),
  where: checks,
  who: checks,
  team: verdict,
  times: verdict,
  held: z.strictObject({ because: silence, until: z.number().nullable(), by: ruleId.nullable() }).nullable(),
  /** When it last wrote to this visitor (or held back); null: never. */
  lastAt: z.number().nullable(),
});
export type Explanation = z.infer<typeof explanation>;
export const explanations = z.array(explanation);

/** A4, from a rule: those on the site now whom the agent may see, at most `LIMITS.explained`; whoever is nearest to it first. */
export const rulePeople = z.array(z.strictObject({ visitor: somebody, explanation }));
export type RulePeople = z.infer<typeof rulePeople>;

/** A5. `rule`: the one that this draft replaces; null: a new one, behind all others. */
export const dryRunOf = z.strictObject({ draft: ruleDraft, rule: ruleId.nullable() });
export type DryRunOf = z.infer<typeof dryRunOf>;

export const dryRun = z.strictObject({
  /** ms since 1970; whole hours. */
  from: z.number(),
  until: z.number(),
  /** Stored visits that were gone through, and of how many people. `partial`: only the newest, there are too many. */
  visits: z.int(),
  visitors: z.int(),
  partial: z.boolean(),
  /** People who would have got it, and messages. */
  people: z.int(),
  messages: z.int(),
  /** Whose moment may have come: it depends on what is not stored (scrolling, events, who was online). */
  perhaps: z.int(),
  /** Messages by hour from `from` on; `perhaps` likewise. */
  hours: z.array(z.strictObject({ sent: z.int(), perhaps: z.int() })),
  /** What kept it, and which rule had written instead; most frequent first. */
  held: z.array(z.strictObject({ because: silence, by: ruleId.nullable(), times: z.int() })),
  sample: z.array(
    z.strictObject({
      visitor: somebody,
      at: z.number(),
      page: z.strictObject({ url: z.string(), title: z.string() }),
      sure: z.boolean(),
    }),
  ),
});
export type DryRun = z.infer<typeof dryRun>;

export const chatbotParams = z.strictObject({ chatbot: chatbotId });
