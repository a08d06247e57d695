import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import classes from './cells.module.css';

/** V2 as a shape and a word: never by colour alone. */
export function StatusMark({ row }: { row: Pick<VisitorRow, 'status' | 'typing'> }) {
  const { t } = useTranslation();
  const icon = row.typing ? 'typing' : row.status;
  return (
    <span className={classes.status} data-status={row.status}>
      <Icon name={icon} size={15} />
      <span className={classes.word}>{t(`visitors.icons.${icon}`)}</span>
    </span>
  );
}
