import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { useAsked } from '../palette/asked.ts';
import { Icon } from '../ui/icon.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ClaimNote } from './claims.tsx';
import classes from './open-conversation.module.css';

// The list of visitors is what most people wait for; writing comes after it.
const PanelTalk = lazy(async () => ({ default: (await import('./panel-talk.tsx')).PanelTalk }));

/** V8: writes to this visitor first, or goes on where a conversation already is. */
export function OpenConversation({ details }: { details: VisitorDetails }) {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  const { history } = useRouter();
  const [isOpen, setOpen] = useState(history.location.state.opensTalk === true);
  useAsked('write', () => setOpen(true));
  const { profile, conversation } = details;
  const plan = cheapestPlanWith('open-conversation');
  const isRunning = conversation !== null && conversation.state !== 'resolved';
  const mayOpen = isRunning || (session ? entitled(session.account.plan, 'open-conversation') : true);
  return (
    <section className={classes.place} aria-label={t('visitors.open.title')}>
      <ClaimNote visitor={profile.id} />
      {isOpen && mayOpen ? (
        <Suspense fallback={null}>
          <PanelTalk details={details} onClose={() => setOpen(false)} />
        </Suspense>
      ) : (
        <Button
          size="sm"
          fullWidth
          variant={mayOpen ? 'filled' : 'default'}
          leftSection={<Icon name={mayOpen ? 'chatting' : 'lock'} />}
          onClick={() => setOpen(true)}
        >
          {mayOpen ? t('visitors.open.button') : t('visitors.open.buttonPlan', { plan })}
        </Button>
      )}
      <div role="status">{isOpen && !mayOpen && <PlanNote plan={plan}>{t('visitors.open.why')}</PlanNote>}</div>
    </section>
  );
}
