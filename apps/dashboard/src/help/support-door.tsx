import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { markSupport } from '../support/forget-support.ts';
import { supportStore } from '../support/support-store.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { useHelpWays } from './help-ways.ts';

/** S1: the way to a person, or why there is none. */
export function SupportDoor() {
  const { t } = useTranslation();
  const { leave } = useHelpWays();
  const { data: support, error } = useQuery(queries.support);
  if (error) return <ErrorNote error={error} />;
  if (!support) return <Skeleton height={44} aria-label={t('ui.loading')} />;
  switch (support.is) {
    case 'off':
      return <p>{t('help.support.off')}</p>;
    case 'own':
      return <p>{t('help.support.own')}</p>;
    case 'plan':
      return <PlanNote plan={support.plan}>{t('help.support.plan')}</PlanNote>;
    case 'chat':
      return (
        <>
          <p>{t('help.support.lead', { name: support.name })}</p>
          <Button
            mt={12}
            leftSection={<Icon name="chatting" />}
            onClick={() => {
              markSupport(window, support.key);
              leave();
              supportStore.become('open');
            }}
          >
            {t('help.support.write')}
          </Button>
        </>
      );
  }
}
