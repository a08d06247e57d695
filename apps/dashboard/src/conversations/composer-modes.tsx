import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import classes from './composer.module.css';

/** `note`: to colleagues only. */
export type Mode = 'reply' | 'note';

const MODES: readonly Mode[] = ['reply', 'note'];

interface ComposerModesProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
}

export function ComposerModes({ mode, onMode }: ComposerModesProps) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onMode(mode === 'reply' ? 'note' : 'reply');
    event.currentTarget.querySelector<HTMLElement>('[aria-selected="false"]')?.focus();
  };
  return (
    <div role="tablist" aria-label={t('composer.modes.label')} className={classes.modes} onKeyDown={onKeyDown}>
      {MODES.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === mode}
          tabIndex={each === mode ? 0 : -1}
          onClick={() => onMode(each)}
        >
          {each === 'note' && <Icon name="note" size={15} />}
          {t(`composer.modes.${each}`)}
        </button>
      ))}
      {mode === 'note' && <span>{t('composer.help.note')}</span>}
    </div>
  );
}
