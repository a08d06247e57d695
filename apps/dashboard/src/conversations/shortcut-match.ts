import { fold } from '@vetrina/domain/fold';
import type { Shortcut } from '@vetrina/protocol/http/conversations';

/** How many are offered at once. */
const OFFERED = 8;

/** C4: what is typed after `/` or `.` at the start of a message; null: no shortcut is being asked for. */
export function askedShortcut(text: string): string | null {
  return /^[/.]([\p{L}\p{N}_-]*)$/u.exec(text)?.[1] ?? null;
}

/** Shortcuts for what was typed: names that begin with it, then names and texts that hold it. */
export function matchShortcuts(shortcuts: readonly Shortcut[], asked: string): readonly Shortcut[] {
  const wanted = fold(asked);
  const begins = shortcuts.filter(({ name }) => fold(name).startsWith(wanted));
  const holds = shortcuts.filter(
    (shortcut) => !begins.includes(shortcut) && fold(`${shortcut.name} ${shortcut.text}`).includes(wanted),
  );
  const byName = (a: Shortcut, b: Shortcut): number => a.name.localeCompare(b.name);
  return [...begins.toSorted(byName), ...holds.toSorted(byName)].slice(0, OFFERED);
}
