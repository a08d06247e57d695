import { type ReactNode, useEffect, useRef } from 'react';
import classes from './sheet.module.css';
import { useSheetDrag } from './use-sheet-drag.ts';

interface SheetProps {
  label: string;
  /** Title and buttons: pulled down, they take the sheet with them. */
  head: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/**
 * N5: on a phone, what stands beside a list at a desk. It slides up in front of everything and keeps the focus inside (the
 * browser's own dialog). Pulling its head down, Escape and a press beside it close it; Back does too, where whoever shows it
 * has a step in the address for it.
 */
export function Sheet({ label, head, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const drag = useSheetDrag(sheet, onClose);
  useEffect(() => {
    const { current } = sheet;
    if (!current || current.open) return;
    current.showModal();
    // Else the browser rings the first button, as if somebody had chosen it; from here Tab leads to it.
    current.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the browser sees to
    <dialog
      ref={sheet}
      tabIndex={-1}
      aria-label={label}
      className={classes.sheet}
      // Not a sheet's inside that closes: its dialogs tell their own.
      onClose={(event) => event.target === event.currentTarget && onClose()}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={classes.content}>
        <div className={classes.handle} {...drag}>
          {head}
        </div>
        {children}
      </div>
    </dialog>
  );
}
