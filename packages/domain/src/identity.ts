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
}

/**
 * I1: what is known after the page said more. An absent field stays, `null` (or nothing but white space) clears it,
 * variables are merged key by key. A name, an e-mail or a phone makes the visitor a customer (I2) for good: clearing
 * them later does not undo that the person was identified. A group, a language and variables describe a visitor without
 * saying who it is, and shops set them for everyone; they make nobody a customer.
 *
 * Returns `current` itself when nothing changed, and its `variables` when those did not.
 */
export function mergeIdentity(current: KnownIdentity, said: Identity): KnownIdentity {
  const name = merged(current.name, said.name);
  const email = merged(current.email, said.email);
  const phone = merged(current.phone, said.phone);
  const group = merged(current.group, said.group);
  const language = merged(current.language, said.language);
  const variables = mergeVariables(current.variables, said.variables);
  const customer = current.customer || [said.name, said.email, said.phone].some((value) => tidy(value) !== null);

  const changed =
    name !== current.name ||
    email !== current.email ||
    phone !== current.phone ||
    group !== current.group ||
    language !== current.language ||
    variables !== current.variables ||
    customer !== current.customer;
  return changed ? { name, email, phone, group, language, variables, customer } : current;
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
