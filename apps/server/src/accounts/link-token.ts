import { createHash } from 'node:crypto';

/** As a link's token is kept: who reads the database cannot use the link. Tokens are random, so no salt is needed. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
