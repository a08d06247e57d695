import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AcceptInvitation, OpenInvitation } from '@vetrina/protocol/http/team';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useErrorSentence } from '../ui/error-note.tsx';
import { StandalonePage } from '../ui/standalone-page.tsx';
import { AcceptForm } from './accept-form.tsx';
import { isDeadLink } from './reset-password-page.tsx';
import { useEntrance } from './use-entrance.ts';

const route = getRouteApi('/invitation/$token');

/** Where an invitation's link leads: who invites to what, and the way in. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token } = route.useParams();
  const sentence = useErrorSentence();
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation-link', token],
    queryFn: ({ signal }) => call('openInvitation', { params: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) {
    const lead = isDeadLink(error) ? t('account.invitation.deadLead') : sentence(error);
    return (
      <StandalonePage title={t('account.invitation.dead')} lead={lead}>
        <Button component={Link} to="/sign-in" variant="default">
          {t('account.signIn.title')}
        </Button>
      </StandalonePage>
    );
  }
  if (!invitation) return <StandalonePage title={t('ui.loading')}>{null}</StandalonePage>;
  return <Open token={token} invitation={invitation} />;
}

function Open({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const enter = useEntrance();
  const accept = useMutation({
    mutationFn: (body: AcceptInvitation) => call('acceptInvitation', { params: { token }, body }),
    onSuccess: () => {
      // Whoever was signed in on this browser before is not this person.
      queryClient.clear();
      return enter(queryClient);
    },
  });
  const { accountName, invitedBy, role } = invitation;
  return (
    <StandalonePage
      title={t('account.invitation.title', { account: accountName })}
      lead={t(`account.invitation.${role}`, { name: invitedBy })}
    >
      <AcceptForm invitation={invitation} deed={accept} onSubmit={(body) => accept.mutate(body)} />
    </StandalonePage>
  );
}
