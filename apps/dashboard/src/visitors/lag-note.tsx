import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './list-header.module.css';

/** V10: how far the list is behind the truth, measured: half a round trip plus the wait on the server. */
export function LagNote() {
  const { t } = useTranslation();
  const format = useFormat();
  const step = useFeed((feed) => feed.step);
  const isLive = useFeed((feed) => feed.isLive);
  const ms = useFeed((feed) =>
    feed.lag.roundTrip === null ? null : Math.round(feed.lag.roundTrip / 2 + feed.lag.waited),
  );
  if (!isLive) {
    return (
      <span className={classes.lag} data-state="off">
        {t('visitors.pace.off')}
      </span>
    );
  }
  const state = step === 'live' ? 'live' : 'slow';
  const words = ms === null ? t('visitors.pace.live') : t('visitors.pace.lag', { ms: format.number(ms) });
  return (
    <Tooltip label={t('visitors.pace.explain')}>
      <button type="button" className={classes.lag} data-state={state}>
        {step === 'live' ? words : t(`visitors.pace.${step}`)}
      </button>
    </Tooltip>
  );
}
