import { useTranslation } from 'react-i18next';
import { type Format, formatFor } from './format.ts';

/** The formatters of the language on screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatFor(i18n.language);
}
