import { createHmac, timingSafeEqual } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimsOf, type IsMac, provedUserId } from './signed-identity.ts';

const SECRET = 'a secret of the shop';
const NOW = Date.UTC(2026, 0, 12, 12);
const NOW_S = NOW / 1000;

const macOf = (text: string, secret = SECRET) => createHmac('sha256', secret).update(text);
const isMac: IsMac = (text, mac, encoding) => {
  const [wanted, given] = [macOf(text).digest(), Buffer.from(mac, encoding)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
};

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
function token(claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }, secret = SECRET): string {
  const signed = `${encoded(header)}.${encoded(claims)}`;
  return `${signed}.${macOf(signed, secret).digest('base64url')}`;
}
const claimsOf: ClaimsOf = (part) => {
  try {
    return (JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
};
const proving = { isMacOfId: isMac, isMacOfToken: isMac, claimsOf };
const ofToken = (text: string, at = NOW) => provedUserId({ by: 'jwt', token: text }, at, proving);
const good = { sub: 'customer-42', exp: NOW_S + 300 };

describe('I3: a signature over the user id', () => {
  const hmac = (userId: string, signature: string) => provedUserId({ by: 'hmac', userId, signature }, NOW, proving);

  it('proves the id it was made for, in either case of letters, and no other', () => {
    const signature = macOf('Größe 42').digest('hex');
    expect(hmac('Größe 42', signature)).toBe('Größe 42');
    expect(hmac('Größe 42', signature.toUpperCase())).toBe('Größe 42');
    expect(hmac('Größe 43', signature)).toBeNull();
    expect(hmac('Größe 42', macOf('Größe 42', 'another').digest('hex'))).toBeNull();
  });

  it('any other 64 digits prove nothing', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    fc.assert(fc.property(digits, (signature) => hmac('42', signature) === null));
  });
});

describe('I3: a token', () => {
  it('proves its subject', () => {
    expect(ofToken(token(good))).toBe('customer-42');
    expect(ofToken(token({ ...good, sub: 'Grün 🌿', nbf: NOW_S, iat: NOW_S, name: 'x' }))).toBe('Grün 🌿');
  });

  it.each([
    ['another algorithm', token(good, { alg: 'none' })],
    ['a stronger algorithm', token(good, { alg: 'HS512' })],
    ['no algorithm', token(good, {})],
    ['an extension to be understood', token(good, { alg: 'HS256', crit: ['b64'] })],
    ['another secret', token(good, undefined, 'another')],
    ['no signature', token(good).replace(/[^.]+$/, '')],
    ['four parts', `${token(good)}.`],
    ['changed claims', token(good).replace(/\.[^.]+\./, `.${encoded({ ...good, sub: 'admin' })}.`)],
    ['no subject', token({ exp: good.exp })],
    ['a subject that is no text', token({ ...good, sub: 42 })],
    ['an empty subject', token({ ...good, sub: '' })],
    ['an endless subject', token({ ...good, sub: 'x'.repeat(256) })],
    ['no end', token({ sub: '42' })],
    ['an end that is no number', token({ ...good, exp: '9999999999' })],
    ['an end too far ahead', token({ ...good, exp: NOW_S + 86_400 + 61 })],
    ['an end in the past', token({ ...good, exp: NOW_S - 60 })],
    ['a beginning in the future', token({ ...good, nbf: NOW_S + 61 })],
    ['claims that are no object', token(null)],
    ['nothing', ''],
  ])('with %s proves nothing', (_what, text) => {
    expect(ofToken(text)).toBeNull();
  });

  it('clocks may differ by a minute, no more', () => {
    expect(ofToken(token({ ...good, exp: NOW_S - 59 }))).toBe('customer-42');
    expect(ofToken(token({ ...good, exp: NOW_S + 86_400 + 60, nbf: NOW_S + 60 }))).toBe('customer-42');
  });

  it('hostile text is refused, never thrown at', () => {
    fc.assert(fc.property(fc.string(), (text) => ofToken(text) === null));
  });
});
