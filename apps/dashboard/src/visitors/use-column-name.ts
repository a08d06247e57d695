import { useTranslation } from 'react-i18next';
import { type ColumnId, type FixedColumn, variableOf } from './column-set.ts';

/** What a column is called; a variable is called by its key. */
export function useColumnName(): (column: ColumnId) => string {
  const { t } = useTranslation();
  return (column) => variableOf(column) ?? t(`visitors.columns.${column as FixedColumn}`);
}
