import { useTranslation } from 'react-i18next';
import { ShortcutForm } from '../settings/shortcut-form.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface SaveShortcutProps {
  text: string;
  onClose: () => void;
}

/** C4: what was said well is kept for the next time. */
export function SaveShortcut({ text, onClose }: SaveShortcutProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('composer.shortcuts.save')} isOpen onClose={onClose}>
      <ShortcutForm shortcut={null} scope="personal" text={text} onDone={onClose} />
    </Dialog>
  );
}
