import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FreshPasswordInput } from '../account/fresh-password-input.tsx';
import { call } from '../api/client.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './settings.module.css';

const EMPTY = { current: '', fresh: '' };

export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(EMPTY);
  const [isOpen, setOpen] = useState(false);
  const change = useMutation({
    mutationFn: () => call('changePassword', { body: typed }),
    onSuccess: () => close(),
  });
  const close = (): void => {
    setTyped(EMPTY);
    setOpen(false);
  };
  const cancel = (): void => {
    change.reset();
    close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  if (!isOpen) {
    return (
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={() => setOpen(true)}>
          {t('settings.profile.passwordChange')}
        </Button>
        <span role="status" className={classes.good}>
          {change.isSuccess && t('settings.profile.passwordChanged')}
        </span>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      {/* Tells password managers whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t('settings.profile.passwordCurrent')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus
        maxLength={128}
        value={typed.current}
        onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
      />
      <FreshPasswordInput
        label={t('account.reset.password')}
        value={typed.fresh}
        onChange={(fresh) => setTyped({ ...typed, fresh })}
      />
      <ErrorNote error={change.error} />
      <div className={classes.buttons}>
        <Button type="submit" loading={change.isPending}>
          {t('settings.profile.passwordChange')}
        </Button>
        <Button variant="subtle" onClick={cancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
