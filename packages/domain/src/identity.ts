import { LIMITS } from '@vetrina/protocol/limits';
import type { Identity } from '@vetrina/protocol/messages/identity';

/** Who a visitor is, as far as pages and the contact form said. */
export interface KnownIdentity {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly group: string | null;
  readonly language: string | null;
  readonly variables: Readonly<Record<string, string>>;
  readonly customer: boolean;
  /** I3: who this is was proved by a signature. */
  readonly verified: boolean;
  /** Who a verified visitor is in the site's own books; null: not verified. */
  readonly userId: string | null;
}

/** How far what a page says can be believed. */
export type Belief =
  /** Nobody signed it. `demanded`: the account believes no such thing. */
  | { readonly signed: false; readonly demanded: boolean }
  /** I3: the user id was proved. */
  | { readonly signed: true; readonly userId: string };

/**
 * What of an unsigned identity counts (I3). Name, e-mail and phone say who somebody is: not where signatures are demanded, and
 * not about a visitor who is verified, or a page's console could give a verified person another name. Group, language and
 * variables describe and decide nothing about who it is; they always count.
 */
export function believed(current: KnownIdentity, said: Identity, belief: Belief): Identity {
  if (belief.signed || !(belief.demanded || current.verified)) return said;
  const { name: _name, email: _email, phone: _phone, signed: _signed, ...described } = said;
  return described;
}

/**
 * I1: what is known after the page said more. An absent field stays, `null` (or nothing but white space) clears it,
 * variables are merged key by key. A name, an e-mail or a phone makes the visitor a customer (I2) for good: clearing
 * them later does not undo that the person was identified. A group, a language and variables describe a visitor without
 * saying who it is, and shops set them for everyone; they make nobody a customer.
 *
 * `proved`: the user id that a signature proved (I3), which makes a verified customer.
 *
 * Returns `current` itself when nothing changed, and its `variables` when those did not.
 */
export function mergeIdentity(current: KnownIdentity, said: Identity, proved: string | null = null): KnownIdentity {
  const name = merged(current.name, said.name);
  const email = merged(current.email, said.email);
  const phone = merged(current.phone, said.phone);
  const group = merged(current.group, said.group);
  const language = merged(current.language, said.language);
  const variables = mergeVariables(current.variables, said.variables);
  const verified = current.verified || proved !== null;
  const userId = proved ?? current.userId;
  const customer =
    current.customer || verified || [said.name, said.email, said.phone].some((value) => tidy(value) !== null);

  const changed =
    name !== current.name ||
    email !== current.email ||
    phone !== current.phone ||
    group !== current.group ||
    language !== current.language ||
    variables !== current.variables ||
    customer !== current.customer ||
    verified !== current.verified ||
    userId !== current.userId;
  return changed ? { name, email, phone, group, language, variables, customer, verified, userId } : current;
}

function merged(current: string | null, said: string | null | undefined): string | null {
  return said === undefined ? current : tidy(said);
}

function tidy(said: string | null | undefined): string | null {
  return said?.trim() || null;
}

/**
 * Keys beyond `LIMITS.variables` are left out, known ones first to stay. `__proto__` is never taken: it is no name, only
 * a trap for whoever copies the record by assignment.
 */
function mergeVariables(
  current: Readonly<Record<string, string>>,
  said: Identity['variables'],
): Readonly<Record<string, string>> {
  if (said === undefined) return current;
  const variables = new Map(Object.entries(current));
  let changed = false;
  // What is taken away goes first, so that it makes room.
  for (const [key, value] of Object.entries(said)) {
    if (value === null) changed = variables.delete(key) || changed;
  }
  for (const [key, value] of Object.entries(said)) {
    if (value === null || key === '__proto__') continue;
    if (!variables.has(key) && variables.size >= LIMITS.variables) continue;
    const text = String(value).slice(0, LIMITS.variableValue);
    if (variables.get(key) === text) continue;
    variables.set(key, text);
    changed = true;
  }
  return changed ? Object.fromEntries(variables) : current;
}
