import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { BLOCK_SPAN_NAMES, type BlockSpan } from '../visitors/block-spans.ts';
import classes from './conversation-dialogs.module.css';

interface BlockDialogProps {
  onBlock: (span: BlockSpan) => void;
  onClose: () => void;
}

/** C7: for how long; a press decides. */
export function BlockDialog({ onBlock, onClose }: BlockDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('details.block.howLong')} isOpen onClose={onClose}>
      <p className={classes.lead}>{t('settings.blocks.about')}</p>
      <ul className={classes.choices}>
        {BLOCK_SPAN_NAMES.map((span) => (
          <li key={span}>
            <button
              type="button"
              className={classes.choice}
              onClick={() => {
                onBlock(span);
                onClose();
              }}
            >
              {t(`details.block.spans.${span}`)}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
