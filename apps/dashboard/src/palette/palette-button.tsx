import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../shortcuts/key-caps.tsx';
import { SHORTCUTS } from '../shortcuts/shortcut-table.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './palette-button.module.css';
import { useOpenPalette } from './palette-provider.tsx';

/** In the rail: what Ctrl K opens, for who does not know the key yet. */
export function PaletteButton() {
  const { t } = useTranslation();
  const open = useOpenPalette();
  return (
    <button type="button" className={classes.button} aria-label={t('desk.palette.open')} onClick={open}>
      <Icon name="search" size={20} />
      <KeyCaps keys={SHORTCUTS.palette.keys[0]} />
    </button>
  );
}
