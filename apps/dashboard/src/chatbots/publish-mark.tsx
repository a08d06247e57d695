import { useTranslation } from 'react-i18next';
import classes from './publish-mark.module.css';

/** Whether visitors meet this bot, and whether as it is on screen. */
export function PublishMark({ isPublished, isChanged }: { isPublished: boolean; isChanged: boolean }) {
  const { t } = useTranslation();
  const state = !isPublished ? 'draft' : isChanged ? 'changed' : 'published';
  return (
    <span className={classes.mark} data-state={state}>
      {t(`chatbots.states.${state}`)}
    </span>
  );
}
