import { fillIn } from '@vetrina/domain/automation/fill-in';
import { countryName } from '@vetrina/domain/country-names';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import type { RuleAction } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import type { Opening } from './write-to-visitor.ts';

/** What a rule says first to this visitor; null: its chatbot is not there any more. */
export async function openingOf(account: Account, action: RuleAction, visitor: LiveVisitor): Promise<Opening | null> {
  switch (action.does) {
    case 'write': {
      const { name, city, country, language } = visitor;
      const known = { name, city, country: country === null ? null : countryName(country, language) };
      return {
        sender: { who: 'automation', name: account.name, agent: action.from },
        texts: [fillIn(action.text, known)],
        opensBox: action.opensBox,
      };
    }
    case 'start-chatbot':
      return null;
  }
}
