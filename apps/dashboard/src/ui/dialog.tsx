import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { useBackCloses } from './use-back-closes.ts';
import { useIsPhone } from './use-is-phone.ts';
import { useSheetDrag } from './use-sheet-drag.ts';

interface DialogProps {
  title: string;
  isOpen: boolean;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog in front of everything: the browser's own, which keeps the focus inside, closes on Escape and gives it back. A sheet on a phone. */
export function Dialog({ title, isOpen, wide = false, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  const heading = useId();
  const isPhone = useIsPhone();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  useBackCloses(isOpen, onClose);
  const drag = useSheetDrag(dialog, onClose, isOpen);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the browser sees to
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-wide={wide || undefined}
      aria-labelledby={heading}
      onClose={onClose}
      // Only a press on the backdrop hits the dialog itself: its content fills it.
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {isOpen && (
        <div className={classes.content}>
          <header className={classes.head} {...(isPhone && drag)}>
            <h2 id={heading}>{title}</h2>
            <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
