import { LIMITS } from '@vetrina/protocol/limits';
import { type Identity, identity } from '@vetrina/protocol/messages/identity';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { believed, type KnownIdentity, mergeIdentity } from './identity.ts';

const nobody: KnownIdentity = {
  name: null,
  email: null,
  phone: null,
  group: null,
  language: null,
  variables: {},
  customer: false,
  verified: false,
  userId: null,
};
const ada: KnownIdentity = {
  ...nobody,
  name: 'Ada',
  email: 'ada@example.com',
  variables: { plan: 'gold' },
  customer: true,
};

test('I1: an absent field stays, null clears, white space is nothing', () => {
  expect(mergeIdentity(ada, { phone: ' 123 ', email: null, name: '   ' })).toEqual({
    ...ada,
    phone: '123',
    email: null,
    name: null,
  });
});

test('I1: variables are merged key by key, values become text, null removes', () => {
  const said = { variables: { plan: null, age: 7, vip: true, city: 'Köln' } };
  expect(mergeIdentity(ada, said).variables).toEqual({ age: '7', vip: 'true', city: 'Köln' });
});

test.each(['name', 'email', 'phone'] as const)(
  'I2: %s makes a customer, and clearing it does not undo that',
  (field) => {
    const identified = mergeIdentity(nobody, { [field]: 'x' });
    expect(identified.customer).toBe(true);
    expect(mergeIdentity(identified, { [field]: null }).customer).toBe(true);
  },
);

test('I2: language, group and variables make nobody a customer', () => {
  const described = mergeIdentity(nobody, {
    language: 'it',
    group: 'sales',
    variables: { plan: 'gold' },
    name: null,
    email: ' ',
  });
  expect(described.customer).toBe(false);
});

test('I1: saying the same again changes nothing at all', () => {
  expect(mergeIdentity(ada, { name: 'Ada', variables: { plan: 'gold', other: null } })).toBe(ada);
});

test('I1: at most as many variables as allowed, the known ones kept, room made first', () => {
  const many = (prefix: string) =>
    Object.fromEntries(Array.from({ length: LIMITS.variables }, (_, n) => [`${prefix}${n}`, 'v']));
  const full = mergeIdentity(nobody, { variables: many('a') });
  expect(mergeIdentity(full, { variables: many('b') })).toBe(full);
  const swapped = mergeIdentity(full, { variables: { new: 'v', a0: null } }).variables;
  expect(Object.keys(swapped)).toHaveLength(LIMITS.variables);
  expect(swapped).toMatchObject({ new: 'v' });
});

test('I1: names that every object has are just names, and __proto__ is none', () => {
  const said = { variables: JSON.parse('{"__proto__": "x", "constructor": "y"}') } as Identity;
  const { variables } = mergeIdentity(nobody, said);
  expect(Object.entries(variables)).toEqual([['constructor', 'y']]);
  expect(Object.getPrototypeOf(variables)).toBe(Object.prototype);
  expect('x' in {}).toBe(false);
});

const text = fc.option(fc.constantFrom('', ' ', 'Ada', 'Bo'), { nil: null });
const saying: fc.Arbitrary<Identity> = fc.record(
  {
    name: text,
    email: text,
    phone: text,
    group: text,
    language: text,
    variables: fc.dictionary(
      fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'toString'), fc.string({ minLength: 1, maxLength: 5 })),
      fc.oneof(fc.constantFrom('x', 'y', null, true), fc.double({ noNaN: true, noDefaultInfinity: true })),
    ),
  },
  { requiredKeys: [] },
);

test('I1: whatever is said twice counts once', () => {
  fc.assert(
    fc.property(saying, (said) => {
      const once = mergeIdentity(ada, said);
      expect(mergeIdentity(once, said)).toBe(once);
    }),
  );
});

test('I1: what is kept may be said again over the wire', () => {
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 5 }), (sayings) => {
      const { customer, verified, userId, ...known } = sayings.reduce((one, said) => mergeIdentity(one, said), nobody);
      expect(typeof customer).toBe('boolean');
      expect(identity.safeParse(known).success).toBe(true);
    }),
  );
});

test('I3: a proof makes a verified customer, for good', () => {
  const proved = mergeIdentity(nobody, { name: 'Ada' }, '42');
  expect(proved).toMatchObject({ name: 'Ada', customer: true, verified: true, userId: '42' });
  expect(mergeIdentity(proved, { name: 'Ada L.' })).toMatchObject({ verified: true, userId: '42' });
  expect(mergeIdentity(proved, {}, '42')).toBe(proved);
  expect(mergeIdentity(proved, {}, '43').userId).toBe('43');
});

test('I3: unsigned words do not say who a verified visitor is, nor anybody where signatures are demanded', () => {
  const said: Identity = { name: 'Eve', email: 'eve@example.com', phone: '1', group: 'sales', variables: { cart: 2 } };
  const described = { group: 'sales', variables: { cart: 2 } };
  const verified = { ...ada, verified: true, userId: '42' };
  expect(believed(ada, said, { signed: false, demanded: false })).toBe(said);
  expect(believed(verified, said, { signed: false, demanded: false })).toEqual(described);
  expect(believed(ada, said, { signed: false, demanded: true })).toEqual(described);
  expect(believed(verified, said, { signed: true, userId: '42' })).toBe(said);
});
