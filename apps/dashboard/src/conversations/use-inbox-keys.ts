import { type RefObject, useEffect, useState } from 'react';
import { isTyping } from '../ui/is-typing.ts';
import type { Mode } from './composer-modes.tsx';

interface InboxKeysOptions {
  list: RefObject<HTMLUListElement | null>;
  composer: RefObject<HTMLTextAreaElement | null>;
  onMode: (mode: Mode) => void;
}

/** Keys that work wherever nobody is typing: j and k open the next and the previous, r answers, n notes, ? lists them. */
export function useInboxKeys({ list, composer, onMode }: InboxKeysOptions) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const write = (mode: Mode): void => {
      onMode(mode);
      requestAnimationFrame(() => composer.current?.focus());
    };
    const deeds: Readonly<Record<string, () => void>> = {
      j: () => openBeside(list.current, 1),
      k: () => openBeside(list.current, -1),
      r: () => write('reply'),
      n: () => write('note'),
      '?': () => setOpen(true),
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusyElsewhere(event.target)) return;
      const deed = deeds[event.key];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, composer, onMode]);
  return { isOpen, setOpen };
}

export type InboxKeysState = ReturnType<typeof useInboxKeys>;

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], :popover-open')) return true;
  return isTyping(target);
}

/** Opens the conversation `step` rows from the open one; without one, the first. */
function openBeside(list: HTMLElement | null, step: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const row = at < 0 ? rows[0] : rows[at + step];
  row?.focus();
  row?.click();
}
