import type { Preset, RuleDraft, RuleLogic } from '@vetrina/protocol/automation/rule';

type Beginning = Pick<RuleDraft, 'logic' | 'repeat' | 'stopWhenAnswered'>;

const ALWAYS = { match: 'all', list: [] } as const satisfies RuleLogic['where'];
const ANYWHERE: Omit<RuleLogic, 'when'> = {
  delay: 0,
  where: ALWAYS,
  who: ALWAYS,
  schedule: { team: 'any', times: null },
};
const onSiteFor = (seconds: number) => ({ on: 'time-on-site', seconds }) as const;
const who = (...list: RuleLogic['who']['list']) => ({ who: { match: 'all', list } }) as const;
const team = (there: RuleLogic['schedule']['team']) => ({ schedule: { team: there, times: null } }) as const;

/** A1: six rules to begin with, which say what most people want from automatic messages. Their words are the dashboard's. */
export const PRESET_RULES: Readonly<Record<Preset, Beginning>> = {
  'first-visit': {
    logic: { ...ANYWHERE, ...who({ about: 'visitor', is: 'new' }), ...team('online'), when: onSiteFor(30) },
    ...{ repeat: 'visitor', stopWhenAnswered: true },
  },
  returning: {
    logic: { ...ANYWHERE, ...who({ about: 'visitor', is: 'returning' }), ...team('online'), when: onSiteFor(30) },
    ...{ repeat: 'visit', stopWhenAnswered: true },
  },
  busy: {
    logic: { ...ANYWHERE, ...team('online'), when: { on: 'unanswered', seconds: 45 } },
    ...{ repeat: 'visit', stopWhenAnswered: false },
  },
  offline: {
    logic: { ...ANYWHERE, ...team('offline'), when: { on: 'unanswered', seconds: 1 } },
    ...{ repeat: 'visit', stopWhenAnswered: false },
  },
  news: {
    logic: { ...ANYWHERE, when: onSiteFor(60) },
    ...{ repeat: 'visitor', stopWhenAnswered: true },
  },
  'first-order': {
    logic: { ...ANYWHERE, ...who({ about: 'customer', is: false }), when: onSiteFor(120) },
    ...{ repeat: 'visitor', stopWhenAnswered: true },
  },
};
