import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { contactForm } from '@vetrina/protocol/messages/chat';
import { describe, expect, test } from 'vitest';
import { askedFields, checkForm, contactOf, EMPTY_FORM, gateOf, NOTHING_ANSWERED } from './contact-form.ts';
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

test('C5: offline the form is asked, whatever the page says', () => {
  const never = { ...box, askFirst: false };
  expect(gateOf(never, false, NOTHING_ANSWERED)).toBe('form');
  expect(gateOf(never, true, NOTHING_ANSWERED)).toBe('none');
  expect(gateOf({ ...box, askFirst: true }, true, NOTHING_ANSWERED)).toBe('form');
  expect(gateOf({ ...box, askFirst: true }, true, { ...NOTHING_ANSWERED, form: true })).toBe('none');
});

test('C1: a demanded tick stands before the first message', () => {
  const ticked = { ...box, askFirst: null, privacy: { ...box.privacy, mustAgree: true } };
  expect(gateOf(ticked, true, NOTHING_ANSWERED)).toBe('tick');
  expect(gateOf(ticked, true, { ...NOTHING_ANSWERED, agreed: true })).toBe('none');
});

test('I2: a form without fields stands in nobody’s way, unless a tick is demanded', () => {
  const form = { beforeChat: true, name: 'off', email: 'off', phone: 'off', group: 'optional' } as const;
  const empty = { ...box, form, askFirst: null };
  expect(gateOf(empty, true, NOTHING_ANSWERED)).toBe('none');
  expect(gateOf({ ...empty, privacy: { ...box.privacy, mustAgree: true } }, true, NOTHING_ANSWERED)).toBe('tick');
  expect(gateOf(empty, false, NOTHING_ANSWERED)).toBe('form');
});
