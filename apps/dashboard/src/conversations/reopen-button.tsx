import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { Icon } from '../ui/icon.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { Popup } from '../ui/popup.tsx';

/** C2, V8: a resolved conversation goes on. Where the plan lacks that, the button says so instead. */
export function ReopenButton({ isBusy, onReopen }: { isBusy: boolean; onReopen: () => void }) {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  const plan = cheapestPlanWith('open-conversation');
  if (!session || entitled(session.account.plan, 'open-conversation')) {
    return (
      <Button variant="default" size="sm" disabled={isBusy} onClick={onReopen}>
        {t('conversations.actions.reopen')}
      </Button>
    );
  }
  return (
    <Popup
      label={t('conversations.actions.reopen')}
      width={320}
      button={(button) => (
        <Button {...button} variant="default" size="sm" leftSection={<Icon name="lock" size={16} />}>
          {t('conversations.actions.reopen')}
        </Button>
      )}
    >
      {() => <PlanNote plan={plan}>{t('conversations.actions.reopenWhy')}</PlanNote>}
    </Popup>
  );
}
