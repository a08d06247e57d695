import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './settings.module.css';

interface PasswordAgainProps {
  lead: string;
  action: string;
  isPending: boolean;
  error: unknown;
  onSubmit: (password: string) => void;
}

/** Whoever finds a signed-in screen must not be able to change how one signs in. */
export function PasswordAgain({ lead, action, isPending, error, onSubmit }: PasswordAgainProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(password);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <p>{lead}</p>
      <PasswordInput
        label={t('settings.profile.passwordCurrent')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
      />
      <ErrorNote error={error} />
      <Button type="submit" loading={isPending}>
        {action}
      </Button>
    </form>
  );
}
