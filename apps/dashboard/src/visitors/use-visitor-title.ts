import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

type Titled = Readonly<{ name: string | null; number: number }>;

/** A name, or "Visitor 4821": the number is a name, so it is not grouped. The same function until the language changes. */
export function useVisitorTitle(): (visitor: Titled) => string {
  const { t } = useTranslation();
  return useCallback(({ name, number }: Titled) => name ?? t('visitors.anonymous', { id: String(number) }), [t]);
}
