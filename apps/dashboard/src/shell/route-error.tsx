import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { isUnreached, OfflinePage } from '../app-shell/offline-page.tsx';
import { useErrorSentence } from '../ui/error-note.tsx';
import { StandalonePage } from '../ui/standalone-page.tsx';
import { NoSeatPage } from './no-seat-page.tsx';

/** A screen that could not be made: says why and offers to try again. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const sentence = useErrorSentence();
  const again = useCallback((): void => {
    reset();
    void router.invalidate();
  }, [reset, router]);
  if (error instanceof ApiError && error.code === 'seat_limit') return <NoSeatPage plan={error.plan} onAgain={again} />;
  // A part of the dashboard that was never fetched cannot be fetched either.
  if (isUnreached(error) || !navigator.onLine) return <OfflinePage onAgain={again} />;
  return (
    <StandalonePage title={t('shell.failed.title')} lead={sentence(error)}>
      <Button onClick={again}>{t('shell.failed.again')}</Button>
    </StandalonePage>
  );
}
