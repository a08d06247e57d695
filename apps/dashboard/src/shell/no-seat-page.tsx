import { Button } from '@mantine/core';
import type { Plan } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../account/use-sign-out.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { StandalonePage } from '../ui/standalone-page.tsx';
import classes from './no-seat-page.module.css';

interface NoSeatPageProps {
  /** The cheapest with a seat for everybody; null: none has. */
  plan: Plan | null;
  onAgain: () => void;
}

/** P: the plan became smaller than the team. Nobody is gone for good: with a seat they come back to this address. */
export function NoSeatPage({ plan, onAgain }: NoSeatPageProps) {
  const { t } = useTranslation();
  const { signOut, error } = useSignOut();
  return (
    <StandalonePage title={t('shell.noSeat.title')} lead={t('shell.noSeat.lead')}>
      {plan && <p>{t('shell.noSeat.plan', { plan })}</p>}
      <ErrorNote error={error} />
      <div className={classes.actions}>
        <Button onClick={onAgain}>{t('shell.failed.again')}</Button>
        <Button variant="default" onClick={signOut}>
          {t('shell.signOut')}
        </Button>
      </div>
    </StandalonePage>
  );
}
