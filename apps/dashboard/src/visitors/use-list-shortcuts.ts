import { type RefObject, useEffect, useState } from 'react';
import { isTyping } from '../ui/is-typing.ts';

/** V12: `/` leads to the search box, `?` lists the shortcuts, `r` applies the changes that wait. */
export function useListShortcuts(searchBox: RefObject<HTMLInputElement | null>, apply: () => void) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        searchBox.current?.focus();
        searchBox.current?.select();
      } else if (event.key === '?') {
        event.preventDefault();
        setOpen(true);
      } else if (event.key === 'r') {
        apply();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [searchBox, apply]);
  return { isOpen, setOpen };
}

export type Shortcuts = ReturnType<typeof useListShortcuts>;
