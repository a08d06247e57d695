import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import classes from './cells.module.css';

/** V6: how many messages nobody has read yet; nothing where all are. */
export function UnreadCount({ count }: { count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return null;
  return (
    <span className={classes.unread}>
      <span aria-hidden="true">{format.number(count)}</span>
      <span className="visually-hidden">{t('visitors.unread', { count, number: format.number(count) })}</span>
    </span>
  );
}
