import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import classes from './error-note.module.css';
import { Icon } from './icon.tsx';

/** The sentence of an error in the reader's language. */
export function useErrorSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('errors.internal');
    if (error.plan) return `${t(`errors.${error.code}`)} ${t('errors.plan', { plan: error.plan })}`;
    return t(`errors.${error.code}`);
  };
}

/** Says what was refused; read out at once. Nothing to say, nothing there. */
export function ErrorNote({ error }: { error: unknown }) {
  const sentence = useErrorSentence();
  return (
    <div role="alert" className={classes.slot}>
      {error ? (
        <p className={classes.note}>
          <Icon name="warning" />
          {sentence(error)}
        </p>
      ) : null}
    </div>
  );
}
