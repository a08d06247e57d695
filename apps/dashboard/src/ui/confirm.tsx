import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './confirm.module.css';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';

interface ConfirmProps {
  title: string;
  /** What follows, in a sentence or two. */
  text: string;
  /** The deed by its name: "Remove", never "OK". */
  action: string;
  isOpen: boolean;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ title, text, action, isOpen, isPending, error, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <div className={classes.body}>
        <p>{text}</p>
        <ErrorNote error={error} />
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button color="red" loading={isPending} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
