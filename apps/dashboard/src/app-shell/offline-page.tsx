import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { StandalonePage } from '../ui/standalone-page.tsx';
import classes from './app-shell.module.css';

/** How often it is looked whether the server is there again, ms. */
const LOOK_EVERY = 4_000;

/** N1: the app was opened and there is no server to be reached. Goes on by itself as soon as there is one. */
export function OfflinePage({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const look = useCallback(async () => {
    try {
      await queryClient.fetchQuery({ ...queries.session, staleTime: 0, retry: false });
      onAgain();
    } catch (error) {
      // Whatever else it says, it is there: the screen itself tells what.
      if (!isUnreached(error)) onAgain();
    }
  }, [queryClient, onAgain]);
  useEffect(() => {
    const lookNow = (): void => void look();
    const timer = setInterval(lookNow, LOOK_EVERY);
    addEventListener('online', lookNow);
    return () => {
      clearInterval(timer);
      removeEventListener('online', lookNow);
    };
  }, [look]);
  const isOff = !navigator.onLine;
  return (
    <StandalonePage title={t(isOff ? 'phone.offline.title' : 'phone.offline.noServer')} lead={t('phone.offline.lead')}>
      <p className={classes.waiting} role="status">
        {t('phone.offline.waiting')}
      </p>
      <Button variant="default" onClick={() => void look()}>
        {t('shell.failed.again')}
      </Button>
    </StandalonePage>
  );
}

/** The server was not reached at all. */
export function isUnreached(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'offline';
}
