import type { RefObject } from 'react';
import { useKeyPlace, useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import type { Mode } from './composer-modes.tsx';

interface InboxKeysOptions {
  list: RefObject<HTMLUListElement | null>;
  composer: RefObject<HTMLTextAreaElement | null>;
  onMode: (mode: Mode) => void;
}

/** The keys of the inbox: the next and the previous conversation, and what to write. */
export function useInboxKeys({ list, composer, onMode }: InboxKeysOptions): void {
  const write = (mode: Mode): void => {
    onMode(mode);
    requestAnimationFrame(() => composer.current?.focus());
  };
  useKeyPlace('conversations');
  useShortcuts({
    next: () => openBeside(list.current, 1),
    previous: () => openBeside(list.current, -1),
    reply: () => write('reply'),
    note: () => write('note'),
  });
}

/** Opens the conversation `step` rows from the open one; without one, the first. */
function openBeside(list: HTMLElement | null, step: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const row = at < 0 ? rows[0] : rows[at + step];
  row?.focus();
  row?.click();
}
