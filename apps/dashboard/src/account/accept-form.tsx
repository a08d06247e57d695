import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { AcceptInvitation, OpenInvitation } from '@vetrina/protocol/http/team';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './account.module.css';
import { FreshPasswordInput } from './fresh-password-input.tsx';

interface AcceptFormProps {
  invitation: OpenInvitation;
  isPending: boolean;
  error: unknown;
  onSubmit: (body: AcceptInvitation) => void;
}

/** A new person makes up a password; a known one gives theirs, and the code of their second factor once it is asked for. */
export function AcceptForm({ invitation, isPending, error, onSubmit }: AcceptFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const wantsCode = error instanceof ApiError && (error.code === 'second_factor' || error.code === 'wrong_code');
  // It stays once it was asked for: another refusal in between must not take the field away.
  if (wantsCode && !isCodeAsked) setCodeAsked(true);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit({ name, password, ...(code.trim() !== '' && { code: code.trim() }) });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput label={t('account.email')} type="email" autoComplete="username" readOnly value={invitation.email} />
      <TextInput
        label={t('account.name')}
        description={invitation.known ? t('account.invitation.nameHere') : undefined}
        autoComplete="name"
        maxLength={100}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {invitation.known ? (
        <PasswordInput
          label={t('account.password')}
          description={t('account.invitation.known')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
        />
      ) : (
        <FreshPasswordInput label={t('account.password')} value={password} onChange={setPassword} />
      )}
      {isCodeAsked && (
        <TextInput
          label={t('account.secondFactor.code')}
          description={t('account.secondFactor.lead')}
          autoComplete="one-time-code"
          maxLength={40}
          required
          withAsterisk={false}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      <ErrorNote error={error} />
      <Button type="submit" size="md" loading={isPending}>
        {t('account.invitation.submit')}
      </Button>
    </form>
  );
}
