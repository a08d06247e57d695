import { Button, TextInput } from '@mantine/core';
import type { SignUp } from '@vetrina/protocol/http/sign-in';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './account.module.css';
import { FreshPasswordInput } from './fresh-password-input.tsx';

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
  const field = (name: Exclude<keyof SignUp, 'password'>) => ({
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
      <FreshPasswordInput
        label={t('account.password')}
        value={owner.password}
        onChange={(password) => setOwner({ ...owner, password })}
      />
      <ErrorNote error={error} />
      <Button type="submit" size="md" loading={isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}
