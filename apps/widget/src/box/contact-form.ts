import type { FORM_FIELDS } from '@vetrina/protocol/http/box';
import { LIMITS } from '@vetrina/protocol/limits';
import type { ContactForm } from '@vetrina/protocol/messages/chat';
import { wireText } from '../loader/wire-text.ts';
import type { PageBox } from './box-settings.ts';

/** What stands in the form, as typed. */
export interface FormValues {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly group: string;
  readonly message: string;
  readonly agreed: boolean;
}

export const EMPTY_FORM: FormValues = { name: '', email: '', phone: '', group: '', message: '', agreed: false };

/** What the visitor has filled in before: the form, with an e-mail address, the tick. */
export interface Answered {
  readonly form: boolean;
  readonly email: boolean;
  readonly agreed: boolean;
}

export const NOTHING_ANSWERED: Answered = { form: false, email: false, agreed: false };

export type Field = keyof FormValues;
/** The text that says what is wrong with a field. */
export type FieldProblem = 'missing' | 'badEmail' | 'badPhone' | 'mustAgree' | 'tooLong';

interface Asked {
  readonly box: Pick<PageBox, 'form' | 'privacy' | 'groups'>;
  /** Only the tick, no fields. */
  readonly only: 'tick' | 'form';
  /** Nobody is online: the message stands in the form. */
  readonly withMessage: boolean;
}

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
export const isEmail = (text: string): boolean => EMAIL.test(text) && text.length <= LIMITS.email;

/** Digits with what people put between them; at least five. */
const PHONE = /^(?=(?:\D*\d){5})[+\d][\d\s()./-]*$/;

/** The fields that are asked for, in the order in which they stand. */
export function askedFields({ box, only, withMessage }: Asked): Field[] {
  const fields: Field[] = [];
  if (only === 'form') {
    const { name, email, phone, group } = box.form;
    if (name !== 'off') fields.push('name');
    // Offline there is no other way to answer.
    if (email !== 'off' || withMessage) fields.push('email');
    if (phone !== 'off') fields.push('phone');
    if (group !== 'off' && box.groups.length > 0) fields.push('group');
    if (withMessage) fields.push('message');
  }
  if (box.privacy.mustAgree) fields.push('agreed');
  return fields;
}

/**
 * What the account or the page wants before the visitor can write. A form that asks for nothing is none. While nobody is
 * here an address is needed (I2): one that gave none, however often it was filled in, is not enough.
 */
export function gateOf(
  box: Pick<PageBox, 'form' | 'privacy' | 'groups' | 'askFirst'>,
  online: boolean,
  done: Answered,
): 'form' | 'tick' | 'none' {
  const wanted = online ? (box.askFirst ?? box.form.beforeChat) && !done.form : !done.email;
  const fields = askedFields({ box, only: 'form', withMessage: !online });
  if (wanted && fields.some((field) => field !== 'agreed')) return 'form';
  return box.privacy.mustAgree && !done.agreed ? 'tick' : 'none';
}

export function isRequired(field: Field, { box, withMessage }: Asked): boolean {
  if (field === 'agreed') return true;
  if (field === 'message') return true;
  return box.form[field] === 'required' || (field === 'email' && withMessage);
}

/** I2: what is wrong, by field; empty: the form may go. */
export function checkForm(values: FormValues, asked: Asked): Partial<Record<Field, FieldProblem>> {
  const problems: Partial<Record<Field, FieldProblem>> = {};
  for (const field of askedFields(asked)) {
    const problem = problemOf(field, values, isRequired(field, asked));
    if (problem) problems[field] = problem;
  }
  return problems;
}

function problemOf(field: Field, values: FormValues, required: boolean): FieldProblem | null {
  if (field === 'agreed') return values.agreed ? null : 'mustAgree';
  const value = values[field].trim();
  if (value === '') return required ? 'missing' : null;
  if (value.length > LIMITS[field]) return 'tooLong';
  if (field === 'email') return isEmail(value) ? null : 'badEmail';
  return field === 'phone' && !PHONE.test(value) ? 'badPhone' : null;
}

/** What is sent of a form that was checked. */
export function contactOf(values: FormValues, id: ContactForm['id'], asked: Asked): ContactForm {
  const fields = new Set(askedFields(asked));
  const given = (field: (typeof FORM_FIELDS)[number]): string | null => {
    const value = fields.has(field) ? values[field].trim() : '';
    return value === '' ? null : wireText(value, LIMITS[field]);
  };
  return {
    type: 'contact',
    id,
    name: given('name'),
    email: given('email'),
    phone: given('phone'),
    group: given('group'),
    consent: fields.has('agreed') && values.agreed,
  };
}
