import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { SignUp } from '@vetrina/protocol/http/sign-in';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './account.module.css';

interface OwnerFormProps {
  submitLabel: string;
  isPending: boolean;
  error: unknown;
  onSubmit: (owner: SignUp) => void;
}

/** A new account and the person who owns it. The browser checks the fields before the server does. */
export function OwnerForm({ submitLabel, isPending, error, onSubmit }: OwnerFormProps) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState<SignUp>({ name: '', email: '', password: '', accountName: '' });
  const field = (name: keyof SignUp) => ({
    value: owner[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setOwner({ ...owner, [name]: event.currentTarget.value }),
    required: true,
    withAsterisk: false,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(owner);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput {...field('name')} label={t('account.name')} autoComplete="name" maxLength={100} />
      <TextInput
        {...field('accountName')}
        label={t('account.accountName')}
        autoComplete="organization"
        maxLength={100}
      />
      <TextInput {...field('email')} label={t('account.email')} type="email" autoComplete="username" maxLength={255} />
      <PasswordInput
        {...field('password')}
        label={t('account.password')}
        description={t('account.passwordHint')}
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
        visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
      />
      <ErrorNote error={error} />
      <Button type="submit" size="md" loading={isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}
