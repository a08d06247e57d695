import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/reading-page.tsx';
import classes from './app-shell.module.css';
import { useInstallOffer } from './use-app-shell.ts';

/** Where the More menu leads to. */
export const INSTALL_ANCHOR = 'app';

/** N3: the dashboard beside the other apps. Nothing where it is one already, or where there is no such thing. */
export function InstallSection() {
  const { t } = useTranslation();
  const { way, install } = useInstallOffer();
  if (way === 'none') return null;
  return (
    <Section title={t('phone.install.title')} lead={t('phone.install.lead')} anchor={INSTALL_ANCHOR}>
      {way === 'prompt' ? (
        <div>
          <Button onClick={install}>{t('phone.install.action')}</Button>
        </div>
      ) : (
        <ol className={classes.steps}>
          <li>{t('phone.install.share')}</li>
          <li>{t('phone.install.add')}</li>
          <li>{t('phone.install.confirm')}</li>
        </ol>
      )}
    </Section>
  );
}
