interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A press as the table writes it: `?`, `mod+shift+z`, `Delete`. Null: with Alt, or a modifier alone; not ours. */
export function pressOf(event: Pressed): string | null {
  if (event.altKey || ['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'Dead'].includes(event.key)) return null;
  const mod = event.ctrlKey || event.metaKey;
  const key = keyOf(event);
  // Shift makes other signs of keys, and is named only where it does not.
  const shift = event.shiftKey && (mod || key.length > 1);
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${mod ? key.toLowerCase().replace('enter', 'Enter') : key}`;
}

/** The sign; on keyboards of another alphabet the Latin letter that stands there, so that Ctrl K is the same key for all. */
function keyOf({ key, code, shiftKey }: Pressed): string {
  const latin = /^Key([A-Z])$/.exec(code)?.[1];
  if (key.length === 1 && key.charCodeAt(0) > 127 && latin !== undefined) return latin.toLowerCase();
  // Caps Lock is nobody's wish to press another key.
  return key.length === 1 && !shiftKey ? key.toLowerCase() : key;
}

/** A sign by itself, with which people who speak to their computer set off things they never meant (WCAG 2.1.4). */
export function isLetterKey(keys: string): boolean {
  return keys.split(' ').some((press) => press.length === 1);
}

/** The second key of two comes within this, ms. */
export const PATIENCE = 1_500;

export interface Pending {
  readonly press: string;
  readonly at: number;
}

/** One press after what came before it. `starts`: with which a sequence of two begins. */
export function stepKeys(
  pending: Pending | null,
  press: string,
  at: number,
  starts: ReadonlySet<string>,
): { readonly pending: Pending | null; readonly keys: string | null } {
  // A wrong second key does nothing, rather than what it does by itself.
  if (pending !== null && at - pending.at <= PATIENCE) return { pending: null, keys: `${pending.press} ${press}` };
  if (starts.has(press)) return { pending: { press, at }, keys: null };
  return { pending: null, keys: press };
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'Page Up', PageDown: 'Page Down' },
  ...{ Escape: 'Esc', Delete: 'Del', shift: 'Shift' },
};

/** `mod+shift+z` as it is printed on the keys of this machine: `['Ctrl', 'Shift', 'Z']`. */
export function keyCaps(press: string, isMac: boolean): string[] {
  // The plus sign is a key too.
  return (press === '+' ? ['+'] : press.split('+')).map((part) => {
    if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
    return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
