import type { Condition } from '@vetrina/protocol/automation/conditions';
import type { Explanation } from '@vetrina/protocol/http/automation';
import type { DEVICES } from '@vetrina/protocol/visitor-row';
import type { Speech } from './speech.ts';

type Found = Explanation['where']['list'][number]['found'];

/** What was found where a condition looks, as its reader would call it. What a visitor said is shown as it is. */
export function foundWords({ about }: Condition, found: Found, { t, format }: Speech): string {
  if (found === null || found === '') return t('automation.why.nothing');
  if (typeof found === 'boolean') return t(`automation.said.line.${found ? 'customer' : 'stranger'}`);
  if (about === 'visitor' || about === 'visits') {
    return t('visitors.visitsSoFar', { count: Number(found), number: format.number(Number(found)) });
  }
  if (typeof found === 'number') return format.number(found);
  switch (about) {
    case 'country':
      return format.country(found);
    case 'language':
      return format.language(found);
    case 'device':
      return t(`visitors.icons.${found as (typeof DEVICES)[number]}`);
    default:
      return found;
  }
}
