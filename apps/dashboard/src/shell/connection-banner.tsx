import { CLOSE } from '@vetrina/protocol/close-codes';
import type { SocketState } from '@vetrina/socket/reconnecting-socket';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppUpdates } from '../app-shell/use-app-shell.ts';
import { useFeed } from '../feed/use-feed.tsx';
import { Bar } from '../ui/bar.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';

/** A break shorter than this is not worth a word, ms. */
const PATIENCE = 1_500;

/** Says when what stands on screen is no longer live, and why. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const line = useFeed((feed) => feed.line);
  const misunderstood = useFeed((feed) => feed.misunderstood > 0);
  const { take } = useAppUpdates();
  const isUp = line.is === 'open';
  const [isLate, setLate] = useState(false);
  const [since, setSince] = useState(0);
  useEffect(() => {
    if (isUp) {
      setLate(false);
      return;
    }
    setSince(Date.now());
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isUp]);

  const key = line.is === 'ended' ? endedKey(line) : misunderstood ? 'outdated' : isLate ? 'reconnecting' : null;
  return (
    <div role="status">
      {key && (
        <Bar tone="warning">
          <Icon name="offline" />
          <span>
            {key === 'reconnecting' && !navigator.onLine ? <Offline since={since} /> : t(`connection.${key}`)}
          </span>
          {key !== 'reconnecting' && (
            <button type="button" onClick={take}>
              {t('connection.reload')}
            </button>
          )}
        </Bar>
      )}
    </div>
  );
}

/** N1: not the server is away but the network is. What stands on screen is of the moment in which it went. */
function Offline({ since }: { since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return t('phone.offline.banner', { time: format.time(since) });
}

function endedKey({ code }: Extract<SocketState, { is: 'ended' }>): 'outdated' | 'ended' {
  return code === CLOSE.clientTooOld.code ? 'outdated' : 'ended';
}
