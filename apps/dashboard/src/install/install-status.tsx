import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useSaveAccount } from '../api/use-save-account.ts';
import { useFeed } from '../feed/use-feed.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './install.module.css';
import { type InstallState, installState } from './install-state.ts';

/** Turns green by itself when the first visitor arrives, and says what is wrong if none does (V11). */
export function InstallStatus() {
  const { t } = useTranslation();
  const { data } = useQuery(queries.installation);
  const pushedAt = useFeed((feed) => feed.snippetSeenAt);
  const state = data ? installState(data, pushedAt) : null;
  return (
    <div role="status" className={classes.status} data-state={state?.is ?? 'waiting'}>
      <span className={classes.light}>
        <Icon name={state?.is === 'seen' ? 'check' : state?.is === 'refused' ? 'warning' : 'install'} />
      </span>
      <div>{state ? <StateWords state={state} /> : <p>{t('install.status.checking')}</p>}</div>
    </div>
  );
}

function StateWords({ state }: { state: InstallState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  switch (state.is) {
    case 'waiting':
      return <p>{t('install.status.waiting')}</p>;
    case 'seen':
      return (
        <>
          <p>
            <strong>{t('install.status.seen', { ago: format.ago(now - state.at) })}</strong>
          </p>
          <p>{t('install.status.online', { count: state.online, number: format.number(state.online) })}</p>
          {state.url && <small>{t('install.status.seenOn', { url: state.url })}</small>}
        </>
      );
    case 'refused':
      return (
        <>
          <p>{t(`install.status.${state.because}`, { host: state.host ?? '?', ago: format.ago(now - state.at) })}</p>
          {state.because === 'foreign-origin' && <AllowHost host={state.host} />}
          {state.because === 'tracking-off' && (
            <Link to="/settings/$place" params={{ place: 'account' }}>
              {t('install.status.toSettings')}
            </Link>
          )}
        </>
      );
  }
}

/** One press puts the refused website on the list. */
function AllowHost({ host }: { host: string | null }) {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  const allow = useSaveAccount();
  if (!host || !session) return null;
  return (
    <div className={classes.actions}>
      <Button
        size="sm"
        loading={allow.isPending}
        onClick={() => allow.mutate({ allowedDomains: [...session.account.allowedDomains, host] })}
      >
        {t('install.status.allow', { host })}
      </Button>
      <ErrorNote error={allow.error} />
    </div>
  );
}
