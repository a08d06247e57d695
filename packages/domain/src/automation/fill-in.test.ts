import { expect, test } from 'vitest';
import { answersIn, fillIn } from './fill-in.ts';

const ANNA = { name: 'Anna', city: null, country: 'Italy' };

test.each([
  ['Hello {name}!', 'Hello Anna!'],
  ['Hello {name|there}, from {city|your town}?', 'Hello Anna, from your town?'],
  ['Hello {city}, how are you?', 'Hello, how are you?'],
  ['A {price} and a {name', 'A {price} and a {name'],
])('A1: “%s” reaches Anna as “%s”', (text, filled) => {
  expect(fillIn(text, ANNA)).toBe(filled);
});

test('A1: what a visitor calls themselves is not read again', () => {
  expect(fillIn('Hello {name}!', { ...ANNA, name: '{country} $& {name}' })).toBe('Hello {country} $& {name}!');
});

test('A7: a chatbot puts in what was answered, and a rule leaves such places alone', () => {
  const text = 'Order {answer.order|unknown} of {name}: {answer.constructor|none}.';
  expect(fillIn(text, ANNA, { order: '{name}' })).toBe('Order {name} of Anna: none.');
  expect(fillIn(text, ANNA)).toBe('Order {answer.order|unknown} of Anna: {answer.constructor|none}.');
  expect(answersIn(text)).toEqual(['order', 'constructor']);
});
