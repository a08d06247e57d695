import type { RuleDraft, RuleLogic } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import type { FieldNotes } from './use-field-notes.ts';

/** What every part of the editor is given. */
export interface PartProps {
  draft: RuleDraft;
  set: (changes: Partial<RuleDraft>) => void;
  setLogic: (changes: Partial<RuleLogic>) => void;
  notes: FieldNotes;
  account: Account;
}
