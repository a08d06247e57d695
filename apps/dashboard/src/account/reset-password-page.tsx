import { Anchor, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, call } from '../api/client.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { StandalonePage } from '../ui/standalone-page.tsx';
import classes from './account.module.css';
import { FreshPasswordInput } from './fresh-password-input.tsx';

const route = getRouteApi('/reset-password/$token');

/** Where the link in a "forgot password" e-mail leads. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const { token } = route.useParams();
  const [password, setPassword] = useState('');
  const save = useMutation({ mutationFn: () => call('freshPassword', { params: { token }, body: { password } }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  if (save.isSuccess) {
    return (
      <StandalonePage title={t('account.reset.doneTitle')} lead={t('account.reset.done')}>
        <Button component={Link} to="/sign-in" size="md">
          {t('account.signIn.title')}
        </Button>
      </StandalonePage>
    );
  }
  const isExpired = isDeadLink(save.error);
  return (
    <StandalonePage title={t('account.reset.title')}>
      <form onSubmit={submit} className={classes.form}>
        <FreshPasswordInput label={t('account.reset.password')} value={password} onChange={setPassword} />
        <ErrorNote error={save.error} />
        {isExpired ? (
          <Anchor component={Link} to="/forgot-password">
            {t('account.reset.again')}
          </Anchor>
        ) : (
          <Button type="submit" size="md" loading={save.isPending}>
            {t('account.reset.submit')}
          </Button>
        )}
      </form>
    </StandalonePage>
  );
}

/** Used, run out, withdrawn, or never given: nothing can be done with this link. */
export function isDeadLink(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'link_expired' || error.code === 'not_found');
}
