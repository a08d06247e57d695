import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../feed/use-feed.tsx';
import { Bar } from '../ui/bar.tsx';
import { useAppUpdates } from './use-app-shell.ts';

/** N2: says that a newer version is ready. When it is loaded is for the agent to say: somebody may be writing. */
export function UpdateBar() {
  const { t } = useTranslation();
  const { isReady, take, ask } = useAppUpdates();
  const isUp = useFeed((feed) => feed.line.is === 'open');
  useEffect(() => {
    // A server that was away may have come back as a newer one.
    if (isUp) ask();
  }, [isUp, ask]);
  return (
    <div role="status">
      {isReady && (
        <Bar tone="news">
          <span>{t('phone.update.ready')}</span>
          <button type="button" onClick={take}>
            {t('connection.reload')}
          </button>
        </Bar>
      )}
    </div>
  );
}
