import { LIMITS } from '@vetrina/protocol/limits';
import type { Identity } from '@vetrina/protocol/messages/identity';
import { wireText } from './wire-text.ts';

const TEXTS = {
  name: LIMITS.name,
  email: LIMITS.email,
  phone: LIMITS.phone,
  group: LIMITS.group,
  language: LIMITS.language,
} as const;
type Text = keyof typeof TEXTS;
type Variables = NonNullable<Identity['variables']>;

/** Variables share a 16 kB frame with the page; what does not fit is left out, last come first out. */
const VARIABLES_BYTES = 9_000;

/** What the page has said about its visitor, whole (for a hello) and since the last report (for an identify). */
export interface IdentityNotes {
  /**
   * Takes over what the page says by a command, by `identify` or as options: each field by its name. Undefined: not
   * mentioned; null and the empty string clear a text. A proof that cannot be one is left out, and with it the server knows
   * an unsigned visitor (I3).
   */
  take(said: (name: string) => unknown): void;
  /** Everything known, or undefined if nothing is. */
  all(): Identity | undefined;
  /** What came since the last report, or undefined. */
  takeNews(): Identity | undefined;
  forget(): void;
}

export function identityNotes(): IdentityNotes {
  let whole: Identity = {};
  let news: Identity = {};
  const unlessEmpty = (identity: Identity): Identity | undefined => {
    news = {};
    return Object.keys(identity).length ? identity : undefined;
  };
  return {
    take(said) {
      const noted = notedOf(said);
      const variables = flatten(said('variables'));
      for (const notes of [whole, news]) {
        const all = { ...notes.variables, ...variables };
        Object.assign(notes, noted, variables && { variables: capped(all) });
      }
    },
    all: () => unlessEmpty(whole),
    takeNews: () => unlessEmpty(news),
    forget() {
      whole = {};
      news = {};
    },
  };
}

function notedOf(said: (name: string) => unknown): Identity {
  const noted: Identity = {};
  for (const name of Object.keys(TEXTS) as Text[]) {
    const value = said(name);
    if (value !== undefined) noted[name] = value === null || value === '' ? null : wireText(value, TEXTS[name]);
  }
  const token = said('token');
  const userId = said('userId');
  const signature = String(said('signature'));
  if (token) noted.signed = { by: 'jwt', token: wireText(token, 4_096) };
  else if (userId && /^[0-9a-f]{64}$/i.test(signature)) {
    noted.signed = { by: 'hmac', userId: wireText(userId, LIMITS.userId), signature };
  }
  return noted;
}

/** Both shapes in use: `{id: value}` and the older `{id: {label, value}}`. Values that are no text, number or switch are left out. */
function flatten(raw: unknown): Variables | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const flat: Variables = {};
  for (const [id, entry] of Object.entries(raw)) {
    const key = wireText(id, LIMITS.variableKey);
    const value = wireValue(
      typeof entry === 'object' && entry !== null ? (entry as { value?: unknown }).value : (entry ?? null),
    );
    if (key && value !== undefined) flat[key] = value;
  }
  return flat;
}

function wireValue(value: unknown): Variables[string] | undefined {
  if (typeof value === 'string') return wireText(value, LIMITS.variableValue);
  // What is no number at all (NaN, Infinity) travels as null.
  return value === null || /^(bo|nu)/.test(typeof value) ? (value as number | boolean | null) : undefined;
}

function capped(variables: Variables): Variables {
  const kept: Variables = {};
  let bytes = 0;
  for (const [key, value] of Object.entries(variables).slice(0, LIMITS.variables)) {
    bytes += new TextEncoder().encode(JSON.stringify([key, value])).length;
    if (bytes <= VARIABLES_BYTES) kept[key] = value;
  }
  return kept;
}
