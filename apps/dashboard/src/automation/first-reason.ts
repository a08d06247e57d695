import type { Explanation } from '@vetrina/protocol/http/automation';
import { conditionLine } from './condition-words.ts';
import { triggerSentence } from './rule-sentence.ts';
import type { Speech } from './speech.ts';

/** A4 in one line. @param now ms since 1970 */
export function firstReason(explanation: Explanation, now: number, speech: Speech): string {
  const { t, format } = speech;
  const { state, held, when, lastAt } = explanation;
  switch (state) {
    case 'sent':
      return lastAt === null
        ? t('automation.states.sent')
        : t('automation.states.sentAt', { ago: format.ago(now - lastAt) });
    case 'held-out':
    case 'due':
    case 'off':
      return t(`automation.states.${state}`);
    case 'held':
      return held === null ? t('automation.states.held') : t(`automation.silences.${held.because}`);
    case 'waits':
      return when.dueAt !== null && when.dueAt > now
        ? t('automation.states.waitsFor', { span: format.span(when.dueAt - now) })
        : t('automation.states.waits', { moment: triggerSentence(when.trigger, when.delay, speech) });
    case 'does-not-match':
      return mismatch(explanation, speech);
  }
}

/** What does not hold, the first of it: as a line, or in general where that says it all. */
function mismatch({ where, who, team, times }: Explanation, speech: Speech): string {
  const { t } = speech;
  for (const checks of [who, where]) {
    if (checks.holds !== 'no') continue;
    const failed = checks.list.filter(({ holds }) => holds === 'no');
    const [first] = failed;
    if (first && (checks.match === 'all' || checks.list.length === 1)) {
      return t('automation.states.not', { condition: conditionLine(first.condition, speech) });
    }
    return t('automation.states.noneOf');
  }
  if (team === 'no') return t('automation.states.team');
  return times === 'no' ? t('automation.states.times') : t('automation.states.unknown');
}
