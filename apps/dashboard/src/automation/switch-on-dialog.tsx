import { Button } from '@mantine/core';
import type { DryRunOf } from '@vetrina/protocol/http/automation';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './dry-run.module.css';
import { DryRun } from './dry-run.tsx';

interface SwitchOnDialogProps {
  name: string;
  of: DryRunOf;
  /** What the button says: "Switch on"; null: only looked at. */
  action: string | null;
  deed: { readonly isPending: boolean; readonly error: unknown };
  onSwitchOn: () => void;
  onClose: () => void;
}

/** A5: what a rule would have done, before it does anything. */
export function SwitchOnDialog({ name, of, action, deed, onSwitchOn, onClose }: SwitchOnDialogProps) {
  const { t } = useTranslation();
  const title = action === null ? t('automation.dry.titleOf', { name }) : t('automation.switch.title', { name });
  return (
    <Dialog title={title} isOpen wide onClose={onClose}>
      <div className={classes.dialog}>
        <DryRun of={of} />
        <div className={classes.actions}>
          <ErrorNote error={deed.error} />
          <Button variant="default" onClick={onClose}>
            {t(action === null ? 'ui.close' : 'automation.switch.notYet')}
          </Button>
          {action !== null && (
            <Button loading={deed.isPending} onClick={onSwitchOn}>
              {action}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
