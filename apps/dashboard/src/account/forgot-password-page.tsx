import { Anchor, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { StandalonePage } from '../ui/standalone-page.tsx';
import classes from './account.module.css';

/** Asks for a link by e-mail. The answer is the same whether or not somebody has this address. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const send = useMutation({ mutationFn: () => call('forgotPassword', { body: { email } }) });
  const back = (
    <p className={classes.other}>
      <Anchor component={Link} to="/sign-in">
        {t('account.secondFactor.back')}
      </Anchor>
    </p>
  );
  if (send.isSuccess) {
    return (
      <StandalonePage title={t('account.forgot.sentTitle')}>
        <p role="status">{t('account.forgot.sent', { email })}</p>
        {back}
      </StandalonePage>
    );
  }
  return (
    <StandalonePage title={t('account.forgot.title')} lead={t('account.forgot.lead')}>
      <ActionForm action={t('account.forgot.submit')} deed={send} size="md" onSubmit={() => send.mutate()}>
        <TextInput
          label={t('account.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          maxLength={255}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </ActionForm>
      {back}
    </StandalonePage>
  );
}
