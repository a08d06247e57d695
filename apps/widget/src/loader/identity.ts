import { LIMITS } from '@vetrina/protocol/limits';
import type { Identity } from '@vetrina/protocol/messages/identity';
import { wireText } from './wire-text.ts';

export const IDENTITY_FIELDS = ['name', 'email', 'phone', 'group', 'language'] as const;
type Field = (typeof IDENTITY_FIELDS)[number];
type Variables = NonNullable<Identity['variables']>;

/** Variables share a 16 kB frame with the page; what does not fit is left out, last come first out. */
const VARIABLES_BYTES = 9_000;

/** What the page has said about its visitor, whole (for a hello) and since the last report (for an identify). */
export class IdentityNotes {
  private whole: Identity = {};
  private news: Identity = {};

  /** Null, undefined and the empty string clear a field. */
  setField(field: Field, value: unknown): void {
    const text = value === null || value === undefined || value === '' ? null : wireText(value, LIMITS[field]);
    this.whole[field] = text;
    this.news[field] = text;
  }

  setVariables(raw: unknown): void {
    const added = flatten(raw);
    this.whole.variables = capped({ ...this.whole.variables, ...added });
    this.news.variables = capped({ ...this.news.variables, ...added });
  }

  /** Everything known, or undefined if nothing is. */
  all(): Identity | undefined {
    this.news = {};
    return Object.keys(this.whole).length ? this.whole : undefined;
  }

  /** What came since the last report, or undefined. */
  takeNews(): Identity | undefined {
    const { news } = this;
    this.news = {};
    return Object.keys(news).length ? news : undefined;
  }

  forget(): void {
    this.whole = {};
    this.news = {};
  }
}

/** Both shapes in use: `{id: value}` and the older `{id: {label, value}}`. Values that are no text, number or switch are left out. */
function flatten(raw: unknown): Variables {
  const flat: Variables = {};
  if (typeof raw !== 'object' || raw === null) return flat;
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
  if (typeof value === 'boolean' || value === null || Number.isFinite(value)) return value as number | boolean | null;
  return undefined;
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
