import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface FreshPasswordInputProps {
  label: string;
  value: string;
  onChange: (password: string) => void;
}

/** A password that somebody makes up now; the browser holds it to the length that the server demands. */
export function FreshPasswordInput({ label, value, onChange }: FreshPasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={label}
      description={t('account.passwordHint')}
      autoComplete="new-password"
      minLength={10}
      maxLength={128}
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
    />
  );
}
