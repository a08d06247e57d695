import type { ContactForm } from '@vetrina/protocol/messages/chat';
import type { VisitorChange } from './changes.ts';
import { introduceVisitor } from './identify-visitor.ts';
import type { VisitJournal } from './ports.ts';
import type { Stay } from './stay.ts';

/** The contact form says who is there (I2). A field that was left empty says nothing. Null: nothing new. */
export function identifyByForm(
  journal: VisitJournal,
  stay: Stay,
  form: Pick<ContactForm, 'name' | 'email' | 'phone' | 'group'>,
  at: number,
): VisitorChange | null {
  const { name, email, phone, group } = form;
  const said = Object.entries({ name, email, phone, group }).filter(
    ([, value]) => value !== null && value.trim() !== '',
  );
  return introduceVisitor(journal, stay, Object.fromEntries(said), at);
}
