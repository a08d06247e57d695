import { Link } from '@tanstack/react-router';
import type { Shortcut } from '@vetrina/protocol/http/conversations';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';

interface ShortcutOptionsProps {
  id: string;
  options: readonly Shortcut[];
  active: number;
  onPick: (shortcut: Shortcut) => void;
}

export function optionId(list: string, shortcut: Shortcut): string {
  return `${list}-${shortcut.id}`;
}

/** C4: the shortcuts that fit what is being typed. The text box keeps the focus and walks the list. */
export function ShortcutOptions({ id, options, active, onPick }: ShortcutOptionsProps) {
  const { t } = useTranslation();
  if (options.length === 0) {
    return (
      <p className={classes.noOptions} role="status">
        {t('composer.shortcuts.none')}{' '}
        <Link to="/settings/$place" params={{ place: 'shortcuts' }}>
          {t('composer.shortcuts.manage')}
        </Link>
      </p>
    );
  }
  return (
    <div id={id} role="listbox" aria-label={t('composer.shortcuts.label')} className={classes.options}>
      {options.map((shortcut, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text box handles the keys of the list
        <div
          key={shortcut.id}
          id={optionId(id, shortcut)}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={classes.option}
          // The focus stays where the words go.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(shortcut)}
        >
          <strong>/{shortcut.name}</strong>
          <span>{shortcut.text}</span>
        </div>
      ))}
    </div>
  );
}
