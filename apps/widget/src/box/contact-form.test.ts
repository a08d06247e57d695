import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { contactForm } from '@vetrina/protocol/messages/chat';
import { describe, expect, test } from 'vitest';
import { askedFields, checkForm, contactOf, EMPTY_FORM } from './contact-form.ts';
import { idOf } from './fake-chat-server.ts';

const box = { form: DEFAULT_BOX.form, privacy: DEFAULT_BOX.privacy, groups: [] };
const offline = { box, only: 'form', withMessage: true } as const;

describe('I2: the contact form', () => {
  test('asks for what the settings name, and offline for an address and a message', () => {
    expect(askedFields({ ...offline, withMessage: false })).toEqual(['name', 'email']);
    const off = { ...box, form: { ...box.form, name: 'off' as const, email: 'off' as const } };
    expect(askedFields({ ...offline, box: off })).toEqual(['email', 'message']);
  });

  test('asks for a group only if there are any', () => {
    const form = { ...box.form, group: 'required' as const };
    expect(askedFields({ ...offline, box: { ...box, form } })).not.toContain('group');
  });

  test('says what is missing and what is wrong', () => {
    expect(checkForm(EMPTY_FORM, offline)).toEqual({ email: 'missing', message: 'missing' });
    expect(checkForm({ ...EMPTY_FORM, email: 'anna@', message: 'x' }, offline)).toEqual({ email: 'badEmail' });
  });

  test.each(['a@b.it', 'anna.rossi+shop@mail.example.com'])('takes %s', (email) => {
    expect(checkForm({ ...EMPTY_FORM, email, message: 'x' }, offline)).toEqual({});
  });

  test.each(['12', 'call me', '+'])('does not take %s for a phone number', (phone) => {
    const asked = { ...offline, box: { ...box, form: { ...box.form, phone: 'optional' as const } } };
    expect(checkForm({ ...EMPTY_FORM, email: 'a@b.it', message: 'x', phone }, asked)).toEqual({ phone: 'badPhone' });
    expect(checkForm({ ...EMPTY_FORM, email: 'a@b.it', message: 'x', phone: '+39 02 123456' }, asked)).toEqual({});
  });

  test('is sent as the protocol wants it, without fields that were not asked for', () => {
    const frame = contactOf({ ...EMPTY_FORM, name: ' Anna ', email: 'a@b.it', phone: '123456' }, idOf('form'), offline);
    expect(contactForm.parse(frame)).toMatchObject({ name: 'Anna', email: 'a@b.it', phone: null, consent: false });
  });
});
