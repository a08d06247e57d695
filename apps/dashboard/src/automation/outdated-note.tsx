import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Caution } from '../ui/caution.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './outdated-note.module.css';

interface OutdatedNoteProps {
  what: 'rule' | 'chatbot';
  /** `theirs` comes on screen, or what is on screen is saved over it. */
  settle: (whose: 'theirs' | 'ours') => Promise<unknown>;
}

/** Somebody else has changed what is being edited here: theirs, or what is on screen. */
export function OutdatedNote({ what, settle }: OutdatedNoteProps) {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useMutation({ mutationFn: settle });
  return (
    <div className={classes.note}>
      <Caution>{t(`automation.outdated.${what}`)}</Caution>
      <ErrorNote error={error} />
      <Button size="xs" variant="default" disabled={isPending} onClick={() => mutate('theirs')}>
        {t('automation.outdated.theirs')}
      </Button>
      <Button size="xs" variant="default" disabled={isPending} onClick={() => mutate('ours')}>
        {t('automation.outdated.ours')}
      </Button>
    </div>
  );
}
