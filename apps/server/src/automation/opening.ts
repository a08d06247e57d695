import { fillIn } from '@vetrina/domain/automation/fill-in';
import { countryName } from '@vetrina/domain/country-names';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import type { RuleAction } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import type { Opening } from './write-to-visitor.ts';

/** What has to be said although nothing is left of its text. */
const ELLIPSIS = '…';

/** What a rule that writes by itself says to this visitor. */
export function openingMessage(
  account: Account,
  { text, from, opensBox }: Extract<RuleAction, { does: 'write' }>,
  { name, city, country, language }: LiveVisitor,
): Opening {
  const known = { name, city, country: country === null ? null : countryName(country, language) };
  return {
    sender: { who: 'automation', name: account.name, agent: from },
    texts: [fillIn(text, known) || ELLIPSIS],
    ...{ opensBox, automated: false, bot: null },
  };
}
