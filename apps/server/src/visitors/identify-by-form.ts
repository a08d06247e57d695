import { FORM_FIELDS } from '@vetrina/protocol/http/box';
import type { ContactForm } from '@vetrina/protocol/messages/chat';
import type { VisitorChange } from './changes.ts';
import { introduceVisitor } from './identify-visitor.ts';
import type { VisitJournal } from './ports.ts';
import type { Stay } from './stay.ts';

/** The contact form says who is there (I2). A field that was left empty says nothing. Null: nothing new. */
export function identifyByForm(
  journal: VisitJournal,
  stay: Stay,
  form: Pick<ContactForm, (typeof FORM_FIELDS)[number]>,
  at: number,
): VisitorChange | null {
  const said = FORM_FIELDS.flatMap((field) => {
    const value = form[field];
    return value === null || value.trim() === '' ? [] : [[field, value] as const];
  });
  return introduceVisitor(journal, stay, Object.fromEntries(said), at);
}
