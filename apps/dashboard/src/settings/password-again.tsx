import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../ui/action-form.tsx';

interface PasswordAgainProps {
  lead: string;
  action: string;
  /** How the deed stands, as a mutation tells. */
  deed: { readonly isPending: boolean; readonly error: unknown };
  onSubmit: (password: string) => void;
}

/** Whoever finds a signed-in screen must not be able to change how one signs in. */
export function PasswordAgain({ lead, action, deed, onSubmit }: PasswordAgainProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <ActionForm action={action} deed={deed} onSubmit={() => onSubmit(password)}>
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
    </ActionForm>
  );
}
