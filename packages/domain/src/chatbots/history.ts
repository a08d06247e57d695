/** Steps that can be undone. */
export const LONGEST_HISTORY = 100;

/** What an editor shows, what was before, and what was undone (the next to be done again first). */
export interface History<Value> {
  readonly present: Value;
  readonly past: readonly Value[];
  readonly future: readonly Value[];
  /** What the last change was about; another of the same is the same step. Null: nothing joins it. */
  readonly about: string | null;
}

export function beginHistory<Value>(present: Value): History<Value> {
  return { present, past: [], future: [], about: null };
}

/**
 * `about`: changes about the same thing, one after the other, are undone together: the letters of one text, one block that is moved
 * about. Null: a step of its own.
 */
export function record<Value>(history: History<Value>, present: Value, about: string | null = null): History<Value> {
  if (present === history.present) return history;
  const isSameStep = about !== null && about === history.about;
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-LONGEST_HISTORY);
  return { present, past, future: [], about };
}

export function undo<Value>(history: History<Value>): History<Value> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { present, past: history.past.slice(0, -1), future: [history.present, ...history.future], about: null };
}

export function redo<Value>(history: History<Value>): History<Value> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { present, past: [...history.past, history.present], future, about: null };
}
