import { change } from '@vetrina/domain/statistics/figures';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './change-note.module.css';

interface ChangeNoteProps {
  now: number | null;
  before: number | null;
  /** Shares differ by points, amounts by a part of what they were. */
  areShares?: boolean;
  /** Less of it is what one wants: time to an answer. */
  lessIsBetter?: boolean;
}

/** Changes below half a percent are none. */
const SAME = 0.005;

/** More or less than before: an arrow and words, and a colour for who sees it. */
export function ChangeNote({ now, before, areShares = false, lessIsBetter = false }: ChangeNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = now === null || before === null ? null : areShares ? now - before : change(now, before);
  if (changed === null) return <span className={classes.note}>{t('statistics.change.none')}</span>;
  if (Math.abs(changed) < SAME) return <span className={classes.note}>{t('statistics.change.same')}</span>;
  const isMore = changed > 0;
  const size = Math.abs(changed);
  const points = Math.round(size * 100);
  const share = areShares
    ? t('statistics.change.points', { count: points, number: format.number(points) })
    : format.percentWhole(size);
  return (
    <span className={classes.note} data-good={isMore !== lessIsBetter}>
      <Icon name={isMore ? 'up' : 'down'} size={14} />
      {t(isMore ? 'statistics.change.more' : 'statistics.change.less', { share })}
    </span>
  );
}
