import type { FromRules } from '@vetrina/protocol/from-visitor';
import type { RuleHeld } from '@vetrina/protocol/messages/automatic-message';
import type { RuleContacts } from '../live/rule-contacts.ts';
import type { VisitorIntake } from '../live/visitor-intake.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { OpenBox } from './visitor-box.ts';

export interface RuleVerbParts {
  readonly clock: Clock;
  readonly intake: Pick<VisitorIntake, 'spoke'>;
  readonly ruleContacts: RuleContacts;
  readonly failed: (reason: unknown) => void;
}

/** A page that asks too often, or while the database is away, asks again after this, ms. */
const LATER = 30_000;

/** What a page's rules say (A2, A8). None of it is the visitor's doing, so it is no activity. */
export function takeFromRules(parts: RuleVerbParts, { tab, connection }: OpenBox, frame: FromRules): void {
  if (!parts.intake.spoke(tab, false)) {
    connection.close('silent');
    return;
  }
  const { ruleContacts, clock, failed } = parts;
  switch (frame.type) {
    case 'rule-due':
      ruleContacts
        .due(tab, frame)
        .catch((reason: unknown): RuleHeld => {
          if (!(reason instanceof Refusal)) failed(reason);
          return { type: 'rule-held', rule: frame.rule, until: clock.now() + LATER };
        })
        .then((held) => {
          if (held !== null && connection.isOpen) connection.send(held);
        })
        .catch(failed);
      return;
    case 'automatic-message-seen':
      ruleContacts.seen(tab, frame).catch(failed);
      return;
    case 'automatic-message-closed':
      ruleContacts.closed(tab, frame).catch(failed);
      return;
  }
}
