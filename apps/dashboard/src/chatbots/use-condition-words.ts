import type { BotCondition } from '@vetrina/protocol/automation/flow';
import { conditionLine } from '../automation/condition-words.ts';
import { useSpeech } from '../automation/use-speech.ts';

/** A condition as a line of its own: those of rules as rules say them, and the two that only chatbots have. */
export function useConditionWords(): (condition: BotCondition) => string {
  const speech = useSpeech();
  const { t } = speech;
  return (condition) => {
    switch (condition.about) {
      case 'team':
        return t(`chatbots.conditions.team-${condition.is}`);
      case 'answer': {
        const what = t('chatbots.conditions.answerOf', { name: condition.name });
        return t(`automation.tests.${condition.test}`, { what, value: condition.value });
      }
      default:
        return conditionLine(condition, speech);
    }
  };
}
