import { LIMITS } from '@vetrina/protocol/limits';
import type { Identity } from '@vetrina/protocol/messages/identity';

export type SignedIdentity = NonNullable<Identity['signed']>;

/** How far ahead a token may run out, and how far the site's clock may be from ours, ms. */
const LONGEST_LIFE = 86_400_000;
const CLOCK_SKEW = 60_000;

/** Is `mac` the HMAC-SHA-256 of `text` under a secret of the account's? Compared in constant time. */
export type IsMac = (text: string, mac: string, encoding: 'hex' | 'base64url') => boolean;

/** The JSON object in a base64url part of a token; an empty one when there is none. */
export type ClaimsOf = (part: string) => Readonly<Record<string, unknown>>;

export interface Proving {
  /**
   * Each form of proof has a secret of its own: whoever may choose their user id could otherwise have one signed that is a
   * token for somebody else.
   */
  readonly isMacOfId: IsMac;
  readonly isMacOfToken: IsMac;
  readonly claimsOf: ClaimsOf;
}

/** I3: the user id that is proved at `at` (ms since 1970); null: the proof is wrong, or out of date. */
export function provedUserId(signed: SignedIdentity, at: number, proving: Proving): string | null {
  switch (signed.by) {
    case 'hmac':
      return proving.isMacOfId(signed.userId, signed.signature, 'hex') ? signed.userId : null;
    case 'jwt':
      return userIdOf(signed.token, at, proving);
  }
}

/**
 * A token is JWS compact, HS256 and nothing else (RFC 7519; RFC 8725 3.1: the algorithm is ours to say, not the token's). `sub`
 * is the user id, `exp` is demanded and at most a day ahead, `nbf` is obeyed where it is.
 */
function userIdOf(token: string, at: number, { isMacOfToken, claimsOf }: Proving): string | null {
  const [header, payload, mac, ...more] = token.split('.');
  if (header === undefined || payload === undefined || mac === undefined || more.length > 0) return null;
  if (!isMacOfToken(`${header}.${payload}`, mac, 'base64url')) return null;
  // `crit` names extensions that must be understood, and we understand none (RFC 7515 4.1.11).
  const { alg, crit } = claimsOf(header);
  if (alg !== 'HS256' || crit !== undefined) return null;
  const { sub, exp, nbf } = claimsOf(payload);
  if (!isInTime(exp, nbf, at)) return null;
  return typeof sub === 'string' && sub !== '' && sub.length <= LIMITS.userId ? sub : null;
}

/** `exp` and `nbf` are seconds since 1970. */
function isInTime(exp: unknown, nbf: unknown, at: number): boolean {
  if (typeof exp !== 'number' || exp * 1000 <= at - CLOCK_SKEW || exp * 1000 > at + LONGEST_LIFE + CLOCK_SKEW)
    return false;
  return nbf === undefined || (typeof nbf === 'number' && nbf * 1000 <= at + CLOCK_SKEW);
}
