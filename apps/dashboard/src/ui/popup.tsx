import { type ReactNode, type ToggleEvent, useEffect, useId, useRef, useState } from 'react';
import classes from './popup.module.css';
import { popupPlace } from './popup-place.ts';
import { useBackCloses } from './use-back-closes.ts';
import { PHONE, useIsPhone } from './use-is-phone.ts';
import { useSheetDrag } from './use-sheet-drag.ts';

/** What the button that opens a popup needs to be one. */
export interface PopupButton {
  popoverTarget: string;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog';
}

interface PopupProps {
  label: string;
  button: (props: PopupButton) => ReactNode;
  children: (close: () => void) => ReactNode;
  /** Wanted width, px; a narrow screen gives less. */
  width?: number;
}

/** Its place is the style sheet's. */
const AT_THE_LOWER_EDGE = { top: '', bottom: '', left: '', right: '', maxHeight: '' };

/**
 * A small panel that opens from a button. The browser's own popover does the work: a press elsewhere and Escape close it,
 * the focus goes back to the button, and nothing on the page can stand in front of it. On a phone it is a sheet at the lower
 * edge, under the thumb, which is pulled down by its handle.
 */
export function Popup({ label, button, children, width }: PopupProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => panel.current?.hidePopover();
  useBackCloses(isOpen, close);
  const drag = useSheetDrag(panel, close, isOpen);
  useEffect(() => {
    // A menu is walked with the arrows from its first item on.
    if (isOpen) panel.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [isOpen]);
  const onBeforeToggle = (event: ToggleEvent<HTMLDivElement>): void => {
    if (event.newState !== 'open') return;
    if (matchMedia(PHONE).matches) {
      Object.assign(event.currentTarget.style, AT_THE_LOWER_EDGE);
      return;
    }
    const opener = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (!opener) return;
    // From a button inside of a field it opens beside the field, so that what is written stays in sight.
    const { top, bottom } = (opener.closest('[data-popup-edge]') ?? opener).getBoundingClientRect();
    const { left, right } = opener.getBoundingClientRect();
    const screen = { width: innerWidth, height: innerHeight };
    Object.assign(event.currentTarget.style, popupPlace({ top, bottom, left, right }, screen));
  };
  return (
    <>
      {button({ popoverTarget: id, 'aria-expanded': isOpen, 'aria-haspopup': 'dialog' })}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={classes.popup}
        style={{ width }}
        onBeforeToggle={onBeforeToggle}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isPhone && <div {...drag} className={classes.handle} data-handle />}
        {isOpen && children(close)}
      </div>
    </>
  );
}
