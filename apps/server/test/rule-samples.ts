import { PRESET_RULES } from '@vetrina/domain/automation/presets';
import {
  type Preset,
  type RuleDraft,
  type RuleLogic,
  ruleDraft,
  type Trigger,
} from '@vetrina/protocol/automation/rule';

const ANYBODY: RuleLogic = {
  when: { on: 'arrival' },
  delay: 0,
  where: { match: 'all', list: [] },
  who: { match: 'all', list: [] },
  schedule: { team: 'any', times: null },
};

/** A rule that writes "Hello!" to everybody at once, once in each visit; what a test is about is laid over it. */
export function aDraft(
  name: string,
  { logic = {}, ...more }: Partial<Omit<RuleDraft, 'logic'>> & { readonly logic?: Partial<RuleLogic> } = {},
): RuleDraft {
  return ruleDraft.parse({
    name,
    logic: { ...ANYBODY, ...logic },
    action: { does: 'write', text: 'Hello!', from: null, opensBox: false },
    ...{ repeat: 'visit', stopWhenAnswered: false, holdOut: 0, goal: null },
    ...more,
  });
}

export const on = (when: Trigger): Partial<RuleLogic> => ({ when });

export const aPreset = (preset: Preset, text = `Text of ${preset}`): RuleDraft =>
  aDraft(preset, { ...PRESET_RULES[preset], action: { does: 'write', text, from: null, opensBox: false } });
