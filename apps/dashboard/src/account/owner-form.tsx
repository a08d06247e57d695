import { TextInput } from '@mantine/core';
import type { SignUp } from '@vetrina/protocol/http/sign-in';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../ui/action-form.tsx';
import { FreshPasswordInput } from './fresh-password-input.tsx';

interface OwnerFormProps {
  submitLabel: string;
  /** How the deed stands, as a mutation tells. */
  deed: { readonly isPending: boolean; readonly error: unknown };
  onSubmit: (owner: SignUp) => void;
  /** What else is asked, before everything. */
  before?: ReactNode;
}

/** A new account and the person who owns it. The browser checks the fields before the server does. */
export function OwnerForm({ submitLabel, deed, onSubmit, before }: OwnerFormProps) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState<SignUp>({ name: '', email: '', password: '', accountName: '' });
  const field = (name: Exclude<keyof SignUp, 'password'>) => ({
    value: owner[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setOwner({ ...owner, [name]: event.currentTarget.value }),
    required: true,
    withAsterisk: false,
  });
  return (
    <ActionForm action={submitLabel} deed={deed} size="md" onSubmit={() => onSubmit(owner)}>
      {before}
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
    </ActionForm>
  );
}
