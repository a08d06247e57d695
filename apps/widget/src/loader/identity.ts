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
  private fresh: Identity = {};

  /** Null, undefined and the empty string clear a field. */
  setField(field: Field, value: unknown): void {
    const text = value === null || value === undefined || value === '' ? null : wireText(value, LIMITS[field]);
    this.whole[field] = text;
    this.fresh[field] = text;
  }

  setVariables(raw: unknown): void {
    const added = flatten(raw);
    this.whole.variables = fit({ ...this.whole.variables, ...added });
    this.fresh.variables = fit({ ...this.fresh.variables, ...added });
  }

  /** Everything known, or undefined if nothing is. */
  all(): Identity | undefined {
    this.fresh = {};
    return Object.keys(this.whole).length ? this.whole : undefined;
  }

  /** What came since the last report, or undefined. */
  takeFresh(): Identity | undefined {
    const { fresh } = this;
    this.fresh = {};
    return Object.keys(fresh).length ? fresh : undefined;
  }

  forget(): void {
    this.whole = {};
    this.fresh = {};
  }
}

/** Both shapes in use: `{id: value}` and the older `{id: {label, value}}`. Values that are no text, number or switch are left out. */
function flatten(raw: unknown): Variables {
  const flat: Variables = {};
  if (typeof raw !== 'object' || raw === null) return flat;
  for (const [id, entry] of Object.entries(raw)) {
    const value: unknown = typeof entry === 'object' && entry !== null ? (entry as { value?: unknown }).value : entry;
    const key = wireText(id, LIMITS.variableKey);
    if (!key) continue;
    if (value === null || (value === undefined && entry === undefined)) flat[key] = null;
    else if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) flat[key] = value;
    else if (typeof value === 'string') flat[key] = wireText(value, LIMITS.variableValue);
  }
  return flat;
}

function fit(variables: Variables): Variables {
  const kept: Variables = {};
  let bytes = 0;
  for (const [key, value] of Object.entries(variables).slice(0, LIMITS.variables)) {
    bytes += new TextEncoder().encode(JSON.stringify([key, value])).length;
    if (bytes <= VARIABLES_BYTES) kept[key] = value;
  }
  return kept;
}
