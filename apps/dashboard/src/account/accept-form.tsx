import { PasswordInput, TextInput } from '@mantine/core';
import type { AcceptInvitation, OpenInvitation } from '@vetrina/protocol/http/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { FreshPasswordInput } from './fresh-password-input.tsx';

interface AcceptFormProps {
  invitation: OpenInvitation;
  /** How the deed stands, as a mutation tells. */
  deed: { readonly isPending: boolean; readonly error: unknown };
  onSubmit: (body: AcceptInvitation) => void;
}

/** A new person makes up a password; a known one gives theirs, and the code of their second factor once it is asked for. */
export function AcceptForm({ invitation, deed, onSubmit }: AcceptFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const { error } = deed;
  const wantsCode = error instanceof ApiError && (error.code === 'second_factor' || error.code === 'wrong_code');
  // It stays once it was asked for: another refusal in between must not take the field away.
  if (wantsCode && !isCodeAsked) setCodeAsked(true);
  return (
    <ActionForm
      action={t('account.invitation.submit')}
      deed={deed}
      size="md"
      onSubmit={() => onSubmit({ name, password, ...(code.trim() !== '' && { code: code.trim() }) })}
    >
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
    </ActionForm>
  );
}
