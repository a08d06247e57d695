import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { IconMeanings } from './icon-meanings.tsx';

/** V6: the legend of the list, behind a button of the list. */
export function IconLegend() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <IconButton icon="legend" label={t('visitors.legend.open')} hint={t('visitors.legend.open')} onClick={open} />
      <LegendDialog isOpen={isOpen} onClose={close} />
    </>
  );
}

export function LegendDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('visitors.legend.open')} isOpen={isOpen} wide onClose={onClose}>
      <IconMeanings />
    </Dialog>
  );
}
