import { useQuery } from '@tanstack/react-query';
import type { Shortcut } from '@vetrina/protocol/http/conversations';
import { type KeyboardEvent, useState } from 'react';
import { queries } from '../api/queries.ts';
import { askedShortcut, matchShortcuts } from './shortcut-match.ts';

const NONE: readonly Shortcut[] = [];

/** The list behind `/` and `.`: what it offers, and the keys that walk it. `onKey` tells whether the key was the list's. */
export function useShortcutPicking(text: string, onPick: (shortcut: Shortcut) => void) {
  const asked = askedShortcut(text);
  const { data = NONE } = useQuery({ ...queries.shortcuts, enabled: asked !== null });
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const isOpen = asked !== null && dismissed !== text;
  const options = isOpen ? matchShortcuts(data, asked) : NONE;
  const index = Math.min(active, Math.max(0, options.length - 1));
  const chosen = options[index] ?? null;

  const pick = (): void => {
    setActive(0);
    if (chosen) onPick(chosen);
  };
  const move = (step: number): void => setActive((index + step + options.length) % options.length);
  const onKey = (event: KeyboardEvent): boolean => {
    const deed = keyDeeds({ hasOptions: isOpen && chosen !== null, pick, move })[event.key];
    const isEscape = isOpen && event.key === 'Escape';
    if (!deed && !isEscape) return false;
    event.preventDefault();
    if (isEscape) setDismissed(text);
    else deed?.();
    return true;
  };
  return { isOpen, options, index, chosen, onKey };
}

interface Deeds {
  hasOptions: boolean;
  pick: () => void;
  move: (step: number) => void;
}

function keyDeeds({ hasOptions, pick, move }: Deeds): Readonly<Record<string, () => void>> {
  if (!hasOptions) return {};
  return { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: pick, Tab: pick };
}
