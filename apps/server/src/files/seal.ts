import { createHmac, timingSafeEqual } from 'node:crypto';

/** 128 bits of the HMAC: nobody guesses them in the hours a signature is good for. */
const BYTES = 16;

/** Signs what leaves the server in an address and has to come back unchanged. */
export interface Seal {
  /** URL-safe, 22 characters. `purpose` keeps a signature for one thing from being good for another. */
  sign(purpose: string, ...facts: readonly string[]): string;
  verify(signature: string, purpose: string, ...facts: readonly string[]): boolean;
}

/** HMAC-SHA-256 with the server's secret. Facts hold no `\n`: ids, numbers and names of ours. */
export function createSeal(secret: string): Seal {
  const digest = (purpose: string, facts: readonly string[]) =>
    createHmac('sha256', secret)
      .update([purpose, ...facts].join('\n'))
      .digest()
      .subarray(0, BYTES);
  return {
    sign: (purpose, ...facts) => digest(purpose, facts).toString('base64url'),
    verify(signature, purpose, ...facts) {
      const given = Buffer.from(signature, 'base64url');
      return given.length === BYTES && timingSafeEqual(given, digest(purpose, facts));
    },
  };
}
