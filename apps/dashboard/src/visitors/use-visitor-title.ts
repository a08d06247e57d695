import { useTranslation } from 'react-i18next';

/** A name, or "Visitor 4821": the number is a name, so it is not grouped. */
export function useVisitorTitle(): (visitor: { name: string | null; number: number }) => string {
  const { t } = useTranslation();
  return ({ name, number }) => name ?? t('visitors.anonymous', { id: String(number) });
}
