import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import type { Speech } from './speech.ts';

export function useSpeech(): Speech {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => ({ t, format }), [t, format]);
}
