import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Session } from '@vetrina/protocol/http/account';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { SETTINGS_HELP } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ReadingPage } from '../ui/reading-page.tsx';
import { isAtLeast } from './roles.ts';
import { SettingsNav } from './settings-nav.tsx';
import classes from './settings-page.module.css';
import { isPlace, PLACES, type PlaceName } from './settings-places.ts';

const route = getRouteApi('/signed-in/settings/$place');

/** `/settings`: the list of all settings. A phone begins here; at a desk the router goes on to the first of them. */
export function SettingsIndex() {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  useDocumentTitle(`${t('settings.title')} · Vetrina`);
  if (!session) return null;
  return (
    <ReadingPage title={t('settings.title')}>
      <SettingsNav session={session} />
    </ReadingPage>
  );
}

/** `/settings/<place>`: one of them, with the ways to the others beside it. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { place } = route.useParams();
  const { data: session } = useQuery(queries.session);
  if (!session) return null;
  return (
    <div className={classes.frame}>
      <div className={classes.side}>
        <SettingsNav session={session} />
      </div>
      <div className={classes.content}>
        <header className={classes.bar}>
          <Link to="/settings" className={classes.back}>
            <Icon name="back" />
            {t('settings.title')}
          </Link>
          {isPlace(place) && <HelpButton about={SETTINGS_HELP[place]} />}
        </header>
        {isPlace(place) ? <PlacePage key={place} name={place} session={session} /> : <UnknownPlace />}
      </div>
    </div>
  );
}

function PlacePage({ name, session }: { name: PlaceName; session: Session }) {
  const { t } = useTranslation();
  const { page: Page, who } = PLACES[name];
  useDocumentTitle(`${t(`settings.places.${name}`)} · Vetrina`);
  if (!isAtLeast(session.agent.role, who)) {
    return <ReadingPage title={t(`settings.places.${name}`)} lead={t('settings.readOnly')} />;
  }
  return (
    <Suspense fallback={null}>
      <Page session={session} />
    </Suspense>
  );
}

function UnknownPlace() {
  const { t } = useTranslation();
  return <ReadingPage title={t('shell.lost.title')} lead={t('shell.lost.lead')} />;
}
