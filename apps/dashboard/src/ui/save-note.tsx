import { useTranslation } from 'react-i18next';
import { useErrorSentence } from './error-note.tsx';
import classes from './save-note.module.css';
import type { SaveState } from './use-autosave.ts';

/** Says honestly whether what was typed is safe. */
export function SaveNote({ state, error }: { state: SaveState; error: unknown }) {
  const { t } = useTranslation();
  const sentence = useErrorSentence();
  return (
    <div role="status" className={classes.note} data-state={state}>
      {state === 'failed' && `${t('ui.save.failed')} ${sentence(error)}`}
      {state !== 'failed' && state !== 'idle' && t(`ui.save.${state}`)}
    </div>
  );
}
