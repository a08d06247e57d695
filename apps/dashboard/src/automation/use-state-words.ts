import type { Explanation } from '@vetrina/protocol/http/automation';
import { useNow } from '../ui/use-now.ts';
import { firstReason } from './first-reason.ts';
import { useSpeech } from './use-speech.ts';

/** How a rule stands with somebody, in one line: what it did, or the first thing that is in its way. */
export function useStateWords(): (explanation: Explanation) => string {
  const speech = useSpeech();
  const now = useNow();
  return (explanation) => firstReason(explanation, now, speech);
}
