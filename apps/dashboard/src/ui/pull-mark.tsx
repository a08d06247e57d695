import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import classes from './pull-mark.module.css';
import { PULLED } from './swipe.ts';
import type { PullState } from './use-pull.ts';

/** N7: what a pulled list says: pull on, let go, I am asking, and honestly how it went. */
export function PullMark({ state }: { state: PullState }) {
  const { t } = useTranslation();
  const isPulling = state.is === 'pulling';
  const isEnough = isPulling && state.distance >= PULLED;
  return (
    <div
      className={classes.place}
      style={isPulling ? { height: state.distance } : undefined}
      data-state={state.is}
      role="status"
    >
      {isPulling && (
        <span className={classes.mark} data-enough={isEnough || undefined} aria-hidden="true">
          <Icon name={isEnough ? 'returning' : 'down'} size={18} />
        </span>
      )}
      {state.is === 'asking' && <span className={classes.words}>{t('phone.refresh.asking')}</span>}
      {state.is === 'said' && (
        <span className={classes.words} data-failed={!state.isFresh || undefined}>
          <Icon name={state.isFresh ? 'check' : 'offline'} size={16} />
          {t(state.isFresh ? 'phone.refresh.fresh' : 'phone.refresh.failed')}
        </span>
      )}
    </div>
  );
}
