import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import classes from './palette.module.css';
import { optionId, PaletteList } from './palette-list.tsx';
import { usePalette } from './use-palette.ts';

interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
  openLegend: () => void;
}

/** D1: the browser's own dialog, which keeps the focus inside and gives it back. */
export function Palette({ isOpen, onClose, openLegend }: PaletteProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the browser sees to
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={t('desk.palette.open')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {isOpen && <PaletteBody onClose={onClose} openLegend={openLegend} />}
    </dialog>
  );
}

const LIST = 'palette-list';

function PaletteBody({ onClose, openLegend }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useTranslation();
  const { typed, setTyped, groups, active, move, choose, found, note } = usePalette(openLegend, onClose);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const deed = deedOf(event, { move, close: onClose, choose: () => active && choose(active) });
    if (deed === null) return;
    event.preventDefault();
    deed();
  };
  return (
    <div className={classes.body}>
      <div className={classes.field}>
        <Icon name="search" size={20} />
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog that one opens to type in
          autoFocus
          role="combobox"
          aria-label={t('desk.palette.open')}
          aria-expanded={groups.length > 0}
          aria-autocomplete="list"
          aria-controls={groups.length > 0 ? LIST : undefined}
          aria-activedescendant={active ? optionId(active.id) : undefined}
          placeholder={t('desk.palette.placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
      </div>
      <PaletteList id={LIST} groups={groups} active={active} onChoose={choose} />
      <Foot typed={typed} count={groups.reduce((sum, { items }) => sum + items.length, 0)} found={found} note={note} />
    </div>
  );
}

interface Deeds {
  move: (step: number | 'first' | 'last') => void;
  choose: () => void;
  close: () => void;
}

function deedOf(event: KeyboardEvent, { move, choose, close }: Deeds): (() => void) | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return close;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  switch (event.key) {
    case 'ArrowDown':
      return () => move(1);
    case 'ArrowUp':
      return () => move(-1);
    case 'PageDown':
      return () => move('last');
    case 'PageUp':
      return () => move('first');
    case 'Enter':
      return choose;
    default:
      return null;
  }
}

interface FootProps {
  typed: string;
  count: number;
  found: { readonly isSearching: boolean; readonly error: unknown };
  note: string | null;
}

/** What the search is at: in words, and politely to screen readers. */
function Foot({ typed, count, found, note }: FootProps) {
  const { t } = useTranslation();
  const sentence = useErrorSentence();
  const results = typed.trim() === '' ? t('desk.palette.how') : t('desk.palette.results', { count });
  const state = found.isSearching ? t('desk.palette.searching') : results;
  const error = found.error ? t('desk.palette.failed', { reason: sentence(found.error) }) : null;
  return (
    <p className={classes.foot} role="status" data-bad={error ? true : undefined} data-idle={typed === '' || undefined}>
      {note ?? error ?? state}
    </p>
  );
}
