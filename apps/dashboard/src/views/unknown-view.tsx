import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './unknown-view.module.css';

/** SV9: the address names a view that is not there, or not this agent's to see. */
export function UnknownView() {
  const { t } = useTranslation();
  return (
    <p role="status" className={classes.note}>
      {t('views.unknown')}{' '}
      <Link to="/visitors" search={{}}>
        {t('views.everyone')}
      </Link>
    </p>
  );
}
