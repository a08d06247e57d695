import type { Rating } from '@vetrina/protocol/conversation';
import { useTranslation } from 'react-i18next';
import classes from './inbox-row.module.css';

const FACES: Readonly<Record<Rating, string>> = { 1: '🙁', 3: '😐', 5: '🙂' };

/** C6: what the visitor thought of it, as a face and a word. */
export function RatingMark({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  return (
    <span className={classes.rating}>
      <span aria-hidden="true">{FACES[rating]}</span> {t(`conversations.rating.${rating}`)}
    </span>
  );
}
