import { z } from 'zod';
import { agentId, chatbotId, ruleId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';
import { type Condition, pageCondition, visitorCondition } from './conditions.ts';
import { schedule } from './schedule.ts';

const seconds = z.int().min(0).max(LIMITS.ruleSeconds);

/** A1, when: what has to happen before a rule's time comes. */
export const trigger = z.discriminatedUnion('on', [
  /** The visit begins. */
  z.strictObject({ on: z.literal('arrival') }),
  /** A page is opened, by loading or by a navigation within it. */
  z.strictObject({ on: z.literal('page-opened') }),
  z.strictObject({ on: z.literal('time-on-page'), seconds }),
  z.strictObject({ on: z.literal('time-on-site'), seconds }),
  z.strictObject({ on: z.literal('scrolled'), percent: z.int().min(1).max(100) }),
  /** The pointer leaves the page at its upper edge, towards the address and the tabs. */
  z.strictObject({ on: z.literal('exit-intent') }),
  /** The visitor wrote, and nobody of the team answered for so long. */
  z.strictObject({ on: z.literal('unanswered'), seconds }),
  /** The page says `vetrina('event', name)`. */
  z.strictObject({ on: z.literal('event'), name: wireText(LIMITS.eventName).min(1) }),
  z.strictObject({ on: z.literal('chat-opened') }),
]);
export type Trigger = z.infer<typeof trigger>;
export const TRIGGERS = trigger.options.map(({ shape }) => shape.on.value);

/** Conditions of which all have to hold, or one. None at all hold always. */
const groupOf = <One extends z.ZodType>(condition: One) =>
  z.strictObject({ match: z.enum(['all', 'any']), list: z.array(condition).max(LIMITS.ruleConditions) });
export const pageConditions = groupOf(pageCondition);
export const visitorConditions = groupOf(visitorCondition);
export interface Conditions {
  readonly match: 'all' | 'any';
  readonly list: readonly Condition[];
}

/**
 * A2: what decides whether a rule's moment has come, as data. The server hands a page the same shape with everything taken
 * out that is already decided.
 */
export const ruleLogic = z.strictObject({
  when: trigger,
  /** Seconds from there to the message. */
  delay: seconds,
  where: pageConditions,
  who: visitorConditions,
  schedule,
});
export type RuleLogic = z.infer<typeof ruleLogic>;

/** How often one visitor may get the same message: once on each page, in each visit, or ever. */
export const REPEATS = ['page', 'visit', 'visitor'] as const;

export const PRESETS = ['first-visit', 'returning', 'busy', 'offline', 'news', 'first-order'] as const;
export type Preset = (typeof PRESETS)[number];

/** A6: which page tells that the message did its work. */
export const goal = z.strictObject({
  /** Part of the address of a page opened within `GOAL_WITHIN` (`domain/automation/goal.ts`) after the message was sent. */
  address: wireText(LIMITS.ruleValue).min(1),
});

/** What a rule does when its moment has come. */
export const ruleAction = z.discriminatedUnion('does', [
  z.strictObject({
    does: z.literal('write'),
    /** `{name}` and the like are replaced by what is known of the visitor (`domain/automation/fill-in.ts`). */
    text: wireText(LIMITS.automaticText).trim().min(1),
    /** Whose face and name it carries; null: the account's. */
    from: agentId.nullable(),
    /** Opens the box instead of showing the message beside its button. */
    opensBox: z.boolean(),
  }),
  /** A7: what it says first is shown like a message; the bot goes on when the visitor answers. */
  z.strictObject({ does: z.literal('start-chatbot'), chatbot: chatbotId, opensBox: z.boolean() }),
]);
export type RuleAction = z.infer<typeof ruleAction>;

/** What its author says of an automatic message (A1). */
export const ruleDraft = z.strictObject({
  name: wireText(LIMITS.ruleName).trim().min(1),
  logic: ruleLogic,
  action: ruleAction,
  repeat: z.enum(REPEATS),
  /** Not to somebody whom one of the team has answered in this visit. */
  stopWhenAnswered: z.boolean(),
  /** A6: percent of those whose moment came who get nothing. */
  holdOut: z.int().min(0).max(50),
  goal: goal.nullable(),
});
export type RuleDraft = z.infer<typeof ruleDraft>;

/** A rule as it is kept. */
export const rule = ruleDraft.extend({
  id: ruleId,
  isOn: z.boolean(),
  preset: z.enum(PRESETS).nullable(),
  /** ms since 1970. */
  createdAt: z.number(),
  changedAt: z.number(),
});
export type Rule = z.infer<typeof rule>;
