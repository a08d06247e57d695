import { TagsInput } from '@mantine/core';
import { normaliseDomain } from '@vetrina/domain/allowed-domains';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DomainsFieldProps {
  value: string[];
  onChange: (domains: string[]) => void;
  disabled?: boolean;
}

/** Host names as pills; whole addresses may be pasted. */
export function DomainsField({ value, onChange, disabled = false }: DomainsFieldProps) {
  const { t } = useTranslation();
  const [bad, setBad] = useState<string | null>(null);
  const change = (typed: string[]): void => {
    const hosts = typed.map((text) => ({ text, host: normaliseDomain(text) }));
    setBad(hosts.find(({ host }) => host === null)?.text ?? null);
    onChange([...new Set(hosts.flatMap(({ host }) => host ?? []))]);
  };
  return (
    <TagsInput
      label={t('settings.domains.label')}
      placeholder={value.length === 0 ? t('settings.domains.placeholder') : ''}
      value={value}
      onChange={change}
      splitChars={[',', ' ', ';']}
      acceptValueOnBlur
      maxTags={100}
      disabled={disabled}
      error={bad !== null && t('settings.domains.bad', { value: bad })}
    />
  );
}
