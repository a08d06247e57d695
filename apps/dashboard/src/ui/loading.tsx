import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from './error-note.tsx';
import classes from './loading.module.css';

/** Grey lines where something is about to stand. @param heights px */
export function Bones({ heights }: { heights: readonly number[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.bones} aria-busy="true">
      <span className="visually-hidden">{t('ui.loading')}</span>
      {heights.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones are told apart by nothing else
        <Skeleton key={index} height={height} radius="md" />
      ))}
    </div>
  );
}

/** What could not be read, and a way to try again. */
export function NotRead({ query }: { query: { readonly error: unknown; readonly refetch: () => Promise<unknown> } }) {
  const { t } = useTranslation();
  return (
    <div className={classes.notRead}>
      <ErrorNote error={query.error} />
      <Button variant="default" size="sm" onClick={() => void query.refetch()}>
        {t('shell.failed.again')}
      </Button>
    </div>
  );
}
