import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { Popup } from '../ui/popup.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useIsPhone } from '../ui/use-is-phone.ts';
import classes from './list-header.module.css';

/**
 * V10: how far the list is behind the truth, measured: half a round trip plus the wait on the server. Pressing it tells
 * what the figure is, and who is on the site without a row. On a phone all being well is a dot,
 * and so is no connection: the banner above says it in words.
 */
export function LagNote() {
  const { t } = useTranslation();
  const format = useFormat();
  const isPhone = useIsPhone();
  const step = useFeed((feed) => feed.step);
  const isLive = useFeed((feed) => feed.isLive);
  const ms = useFeed((feed) =>
    feed.lag.roundTrip === null ? null : Math.round(feed.lag.roundTrip / 2 + feed.lag.waited),
  );
  if (!isLive) {
    return (
      <span className={classes.lag} data-state="off">
        <span className={isPhone ? 'visually-hidden' : undefined}>{t('visitors.pace.off')}</span>
      </span>
    );
  }
  const state = step === 'live' ? 'live' : 'slow';
  const words = ms === null ? t('visitors.pace.live') : t('visitors.pace.lag', { ms: format.number(ms) });
  return (
    <Popup
      label={t('visitors.pace.about')}
      width={320}
      button={(button) => (
        <button {...button} type="button" className={classes.lag} data-state={state}>
          {step === 'live' ? (
            <span className={isPhone ? 'visually-hidden' : undefined}>{words}</span>
          ) : (
            t(`visitors.pace.${step}`)
          )}
        </button>
      )}
    >
      {() => (
        <div className={classes.about}>
          <p>{t('visitors.pace.explain')}</p>
          <Unlisted />
        </div>
      )}
    </Popup>
  );
}

/** People and crawlers on the site who have no row. */
function Unlisted() {
  const { t } = useTranslation();
  const format = useFormat();
  const bots = useFeed((feed) => feed.window?.unlisted.bots ?? 0);
  const countedOnly = useFeed((feed) => feed.window?.unlisted.countedOnly ?? 0);
  return (
    <p>
      {t('visitors.pace.countedOnly', { count: countedOnly, number: format.number(countedOnly) })}
      <br />
      {t('visitors.pace.bots', { count: bots, number: format.number(bots) })}
    </p>
  );
}
