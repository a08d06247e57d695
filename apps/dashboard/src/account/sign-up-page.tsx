import { Anchor } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SignUp } from '@vetrina/protocol/http/sign-in';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { StandalonePage } from '../ui/standalone-page.tsx';
import classes from './account.module.css';
import { OwnerForm } from './owner-form.tsx';
import { useEntrance } from './use-entrance.ts';

export function SignUpPage() {
  const { t } = useTranslation();
  const setup = useQuery(queries.setup);
  const queryClient = useQueryClient();
  const enter = useEntrance('/install');
  const signUp = useMutation({
    mutationFn: (body: SignUp) => call('signUp', { body }),
    onSuccess: () => enter(queryClient),
  });
  const isClosed = setup.data?.signUpOpen === false;
  return (
    <StandalonePage
      title={t('account.signUp.title')}
      lead={isClosed ? t('account.signUp.closed') : t('account.signUp.lead')}
    >
      {!isClosed && (
        <OwnerForm submitLabel={t('account.signUp.submit')} deed={signUp} onSubmit={(body) => signUp.mutate(body)} />
      )}
      <p className={classes.other}>
        {t('account.signUp.haveAccount')}{' '}
        <Anchor component={Link} to="/sign-in">
          {t('account.signIn.title')}
        </Anchor>
      </p>
    </StandalonePage>
  );
}
