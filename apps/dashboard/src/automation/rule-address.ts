import { PRESETS, type Preset } from '@vetrina/protocol/automation/rule';
import type { RuleId } from '@vetrina/protocol/ids';

/** The parts of a rule's page, as the last word of its address; the first has none. */
export const RULE_PARTS = ['message', 'results', 'people'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

export function readPart(word: string | undefined): RulePart {
  return RULE_PARTS.find((part) => part === word) ?? 'message';
}

export function writePart(part: RulePart): string | undefined {
  return part === 'message' ? undefined : part;
}

/** A test holds this against the protocol's schema. */
export function isRuleId(word: unknown): word is RuleId {
  return typeof word === 'string' && /^ru[A-Za-z0-9_-]{22}$/.test(word);
}

/** What a new rule begins with. */
export interface NewRuleSearch {
  preset?: Preset;
}

export function readNewRule(search: Readonly<Record<string, unknown>>): NewRuleSearch {
  const preset = PRESETS.find((each) => each === search.preset);
  return preset ? { preset } : {};
}
