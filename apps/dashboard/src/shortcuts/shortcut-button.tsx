import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { useOpenSheet } from './use-shortcuts.tsx';

/** Opens what `?` opens. */
export function ShortcutButton() {
  const { t } = useTranslation();
  const open = useOpenSheet();
  const label = t('visitors.shortcuts.title');
  return <IconButton icon="keyboard" label={label} hint={label} onClick={open} />;
}
