import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Group, Invitation } from '@vetrina/protocol/http/team';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { InviteForm } from './invite-form.tsx';
import type { PlaceProps } from './place-props.ts';
import type { Seats } from './seats.ts';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';

interface InvitationsProps extends PlaceProps {
  seats: Seats;
  /** False while it is not known how many seats there are. */
  isKnown: boolean;
  groups: readonly Group[];
}

/** Invitations that wait, and the way to send one. */
export function Invitations({ session, seats, isKnown, groups }: InvitationsProps) {
  const { t } = useTranslation();
  const query = useQuery(settingsQueries.invitations);
  const invitations = query.data ?? [];
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('settings.invite.title')} lead={t('settings.invite.lead')}>
      {isKnown && seats.isFull && seats.next && (
        <PlanNote plan={seats.next} more>
          {t('settings.invite.full', { count: seats.limit })}
        </PlanNote>
      )}
      {isKnown && seats.isFull && !seats.next && <p>{t('settings.invite.fullForGood', { count: seats.limit })}</p>}
      <div>
        <Button leftSection={<Icon name="plus" />} disabled={!isKnown || seats.isFull} onClick={() => setOpen(true)}>
          {t('settings.invite.open')}
        </Button>
      </div>
      {query.isError && <NotRead query={query} />}
      {invitations.length > 0 && (
        <ul className={classes.list} aria-label={t('settings.invite.pending')}>
          {invitations.map((invitation) => (
            <InvitationLine key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      <Dialog title={t('settings.invite.open')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <InviteForm session={session} groups={groups} onDone={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

function InvitationLine({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { id, email, role, invitedBy, expiresAt, link } = invitation;
  const withdraw = useChange(
    () => call('withdrawInvitation', { params: { invitation: id } }),
    [settingsQueries.invitations.queryKey],
  );
  const life =
    expiresAt > now ? t('settings.invite.runsOut', { when: format.dateTime(expiresAt) }) : t('settings.invite.ranOut');
  return (
    <li className={classes.member}>
      <div className={classes.who}>
        <strong>{email}</strong>
        <small>
          {t(`settings.team.${role}`)} · {t('settings.invite.by', { name: invitedBy })} · {life}
        </small>
        <ErrorNote error={withdraw.error} />
      </div>
      <div className={classes.controls}>
        {link && <CopyButton text={link} label={t('settings.invite.copyLink')} />}
        <Button
          size="sm"
          variant="subtle"
          aria-label={t('settings.invite.withdrawOf', { email })}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {t('settings.invite.withdraw')}
        </Button>
      </div>
    </li>
  );
}
