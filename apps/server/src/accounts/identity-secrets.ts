import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ClaimsOf, type IsMac, type Proving, provedUserId } from '@vetrina/domain/signed-identity';
import type { IdentitySecret } from '@vetrina/protocol/http/identity-secret';
import type { AccountId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { SignedIdentities } from '../visitors/ports.ts';
import type { AccountDirectory, AccountStore, Actor } from './ports.ts';
import type { Caller } from './who-is-it.ts';

/** Another process may renew a secret; the old one is good here for so long at most, ms. */
const FRESH = 30_000;

export interface IdentitySecretParts {
  readonly store: Pick<AccountStore, 'identitySecret' | 'renewIdentitySecret' | 'knownIdentitySecret'>;
  readonly clock: Pick<Clock, 'now'>;
}

interface SecretParts {
  readonly secrets: KeptSecrets;
  readonly store: IdentitySecretParts['store'];
  readonly directory: Pick<AccountDirectory, 'save'>;
  readonly ids: Pick<Ids, 'secret'>;
  readonly events: Events;
}

export interface KeptSecrets extends SignedIdentities {
  /** The secret is another: the next `prepare` reads it. */
  forget(account: AccountId): void;
}

/** I3: the accounts' secrets in memory, so that a visitor's frame is judged without waiting. */
export function createIdentitySecrets({ store, clock }: IdentitySecretParts): KeptSecrets {
  const kept = new Map<AccountId, { readonly proving: Proving; readonly until: number }>();
  return {
    async prepare(account) {
      if ((kept.get(account)?.until ?? 0) > clock.now()) return;
      const secret = await store.knownIdentitySecret(account);
      kept.set(account, { proving: provingUnder(secret), until: clock.now() + FRESH });
    },
    userId(account, signed, at) {
      const known = kept.get(account);
      return known === undefined ? null : provedUserId(signed, at, known.proving);
    },
    forget: (account) => void kept.delete(account),
  };
}

function provingUnder(secret: string | null): Proving {
  if (secret === null) return { isMacOfId: () => false, isMacOfToken: () => false, claimsOf };
  return { isMacOfId: macUnder(secret), isMacOfToken: macUnder(tokenSecretOf(secret)), claimsOf };
}

/** The secret under which an account's tokens are signed, made of the one for ids: both are renewed together. */
function tokenSecretOf(secret: string): string {
  return createHmac('sha256', secret).update('vetrina tokens').digest('base64url');
}

function macUnder(secret: string): IsMac {
  return (text, mac, encoding) => {
    const wanted = createHmac('sha256', secret).update(text).digest();
    const given = Buffer.from(mac, encoding);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  };
}

const claimsOf: ClaimsOf = (part) => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** For owners and admins; made when it is first asked for. */
export async function showSecret(
  { store, ids, secrets }: SecretParts,
  { account }: Pick<Caller, 'account'>,
): Promise<IdentitySecret> {
  const secret = await store.identitySecret(account.id, ids.secret());
  secrets.forget(account.id);
  await secrets.prepare(account.id);
  return { secret, tokenSecret: tokenSecretOf(secret), demanded: account.signatureDemanded };
}

/** Everything that was signed with the old one is worth nothing from now on. */
export async function renewSecret(
  parts: SecretParts,
  caller: Pick<Caller, 'account' | 'actor'>,
): Promise<IdentitySecret> {
  await parts.store.renewIdentitySecret(caller.account.id, parts.ids.secret());
  parts.events.identitySecretRenewed({ account: caller.account.id, agent: caller.actor.agent });
  return showSecret(parts, caller);
}

export async function demandSignature(
  parts: SecretParts,
  { actor }: { readonly actor: Actor },
  demanded: boolean,
): Promise<IdentitySecret> {
  const account = await parts.directory.save(actor.account, { signatureDemanded: demanded });
  parts.events.settingsChanged({ account: actor.account, agent: actor.agent, changed: ['signatureDemanded'] });
  return showSecret(parts, { account });
}
