import { LIMITS } from '@vetrina/protocol/limits';
import type { Identity } from '@vetrina/protocol/messages/identity';
import { clip } from './wire-text.ts';

const TEXTS = ['name', 'email', 'phone', 'group', 'language'] as const;
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
      const variables = said('variables');
      for (const notes of [whole, news]) {
        Object.assign(notes, noted);
        if (Object(variables) === variables) notes.variables = merged(notes.variables, variables as object);
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
  for (const name of TEXTS) {
    const value = said(name);
    if (value !== undefined) noted[name] = value === null ? value : clip(value, LIMITS.name);
  }
  const token = said('token');
  const userId = said('userId');
  const signature = said('signature') as string;
  if (token) noted.signed = { by: 'jwt', token: clip(token, 4_096) };
  else if (userId && /^[0-9a-f]{64}$/i.test(signature)) {
    noted.signed = { by: 'hmac', userId: clip(userId, LIMITS.userId), signature };
  }
  return noted;
}

/**
 * What is known with what is said now. Both shapes in use, `{id: value}` and the older `{id: {label, value}}`, become the
 * first. Values that are no text, number or switch are left out: what is no number at all (NaN, Infinity) would travel as
 * null, and clear what is known.
 */
function merged(known: Variables | undefined, raw: object): Variables {
  const all = { ...known };
  for (const [id, entry] of Object.entries(raw)) {
    const said = Object(entry) === entry ? entry.value : (entry ?? null);
    if (!id || !(said === null || /^(st|bo)/.test(typeof said) || Number.isFinite(said))) continue;
    const key = clip(id, LIMITS.variableKey);
    all[key] = typeof said === 'string' ? clip(said, LIMITS.variableValue) : said;
    if (new Blob([JSON.stringify(all)]).size > VARIABLES_BYTES) {
      delete all[key];
      break;
    }
  }
  return all;
}
