import { useTranslation } from 'react-i18next';
import { type Format, formatFor, regionalLocale } from './format.ts';

/** The formatters of the language on screen, as the browser's region has them. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatFor(regionalLocale(i18n.language, navigator.languages));
}
