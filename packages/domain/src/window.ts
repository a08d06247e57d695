import type { VisitorId } from '@vetrina/protocol/ids';
import type { ListPatch } from '@vetrina/protocol/messages/patch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { VisitorRow, VisitorRowChange } from '@vetrina/protocol/visitor-row';
import { longestRising } from './longest-rising.ts';
import { rowChange } from './row.ts';

/** What differs between two windows: a patch without its envelope. */
export type WindowDiff = Omit<ListPatch, 'type' | 'watch' | 'revision' | 'waited'>;

/**
 * The window that a patch makes of another (the live law), in the order that `listPatch` states. The caller has checked
 * that the patch is of this watch and continues its revision; ids the window does not hold are passed over. Rows that
 * did not change stay the same objects.
 */
export function applyPatch(window: ListWindow, patch: ListPatch): ListWindow {
  return {
    ...window,
    revision: patch.revision,
    rows: patchRows(window.rows, patch),
    offset: patch.offset ?? window.offset,
    total: patch.total ?? window.total,
    totalIsFinal: patch.totalIsFinal ?? window.totalIsFinal,
    counts: patch.counts ?? window.counts,
    unlisted: patch.unlisted ?? window.unlisted,
  };
}

/**
 * The least that turns `before` into `after`, or null when they show the same: rows that keep their relative order stay,
 * moved ones are named by id, changed ones by the fields that changed. `revision` and `serverTime` are not compared:
 * the envelope carries the one, and the other belongs to the answer it came with.
 */
export function diffWindows(before: ListWindow, after: ListWindow): WindowDiff | null {
  const diff: WindowDiff = { ...diffRows(before.rows, after.rows) };
  if (before.offset !== after.offset) diff.offset = after.offset;
  if (before.total !== after.total) diff.total = after.total;
  if (before.totalIsFinal !== after.totalIsFinal) diff.totalIsFinal = after.totalIsFinal;
  if (!sameNumbers(before.counts, after.counts)) diff.counts = after.counts;
  if (!sameNumbers(before.unlisted, after.unlisted)) diff.unlisted = after.unlisted;
  return Object.keys(diff).length > 0 ? diff : null;
}

type RowsDiff = Pick<WindowDiff, 'removed' | 'placed' | 'changed'>;

function patchRows(rows: VisitorRow[], { removed, placed, changed }: RowsDiff): VisitorRow[] {
  if (!removed && !placed && !changed) return rows;
  const taken = new Map<VisitorId, VisitorRow>();
  let patched = rows;
  if (removed) {
    const out = new Set(removed);
    patched = rows.filter((row) => {
      if (!out.has(row.id)) return true;
      taken.set(row.id, row);
      return false;
    });
  }
  if (placed) patched = place(patched, placed, taken);
  if (changed) {
    const changes = new Map(changed);
    patched = patched.map((row) => {
      const change = changes.get(row.id);
      return change ? withChange(row, change) : row;
    });
  }
  return patched;
}

/** `placed` ascends, so that each index is true of the finished list. */
function place(
  rows: readonly VisitorRow[],
  placed: NonNullable<ListPatch['placed']>,
  taken: ReadonlyMap<VisitorId, VisitorRow>,
): VisitorRow[] {
  const result: VisitorRow[] = [];
  let next = 0;
  for (const [index, what] of placed) {
    const row = typeof what === 'string' ? taken.get(what) : what;
    if (!row) continue;
    while (result.length < index && next < rows.length) result.push(rows[next++] as VisitorRow);
    result.push(row);
  }
  while (next < rows.length) result.push(rows[next++] as VisitorRow);
  return result;
}

/** A change names whole fields, and the ones it does not name keep their value. */
function withChange(row: VisitorRow, change: VisitorRowChange): VisitorRow {
  return Object.assign({ ...row }, change);
}

function diffRows(before: readonly VisitorRow[], after: readonly VisitorRow[]): RowsDiff {
  const old = new Map(before.map((row, index) => [row.id, { row, index }]));
  const staying = idsThatStay(old, after);

  const removed = before.filter((row) => !staying.has(row.id)).map((row) => row.id);
  const placed: NonNullable<RowsDiff['placed']> = [];
  const changed: NonNullable<RowsDiff['changed']> = [];
  after.forEach((row, index) => {
    const was = old.get(row.id);
    if (!was) {
      placed.push([index, row]);
      return;
    }
    if (!staying.has(row.id)) placed.push([index, row.id]);
    const change = rowChange(was.row, row);
    if (change) changed.push([row.id, change]);
  });

  return {
    ...(removed.length > 0 && { removed }),
    ...(placed.length > 0 && { placed }),
    ...(changed.length > 0 && { changed }),
  };
}

function idsThatStay(
  old: ReadonlyMap<VisitorId, { readonly index: number }>,
  after: readonly VisitorRow[],
): ReadonlySet<VisitorId> {
  const kept = after.filter((row) => old.has(row.id));
  const rising = longestRising(kept.map((row) => old.get(row.id)?.index ?? 0));
  return new Set(rising.map((position) => (kept[position] as VisitorRow).id));
}

function sameNumbers<T extends Readonly<Record<string, number>>>(a: T, b: T): boolean {
  return a === b || Object.keys(a).every((key) => a[key] === b[key]);
}
