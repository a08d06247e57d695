import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Setup, SignIn } from '@vetrina/protocol/http/sign-in';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { StandalonePage } from '../ui/standalone-page.tsx';
import classes from './account.module.css';
import { SecondFactorForm } from './second-factor-form.tsx';
import { useEntrance } from './use-entrance.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const setup = useQuery(queries.setup);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useEntrance(next);
  const queryClient = useQueryClient();
  const signIn = useMutation({
    mutationFn: (body: SignIn) => call('signIn', { body }),
    onSuccess: (answer) => (answer.step === 'done' ? enter(queryClient) : undefined),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  if (signIn.data?.step === 'second-factor') {
    return (
      <StandalonePage title={t('account.secondFactor.title')}>
        <SecondFactorForm onDone={() => void enter(queryClient)} onBack={() => signIn.reset()} />
      </StandalonePage>
    );
  }
  return (
    <StandalonePage title={t('account.signIn.title')}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          label={t('account.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('account.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
        />
        <ErrorNote error={signIn.error} />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('account.signIn.submit')}
        </Button>
        <p className={classes.other}>
          <Anchor component={Link} to="/forgot-password">
            {t('account.signIn.forgot')}
          </Anchor>
        </p>
      </form>
      {setup.data?.signUpOpen && (
        <p className={classes.other}>
          {t('account.signIn.noAccount')}{' '}
          <Anchor component={Link} to="/sign-up">
            {t('account.signUp.title')}
          </Anchor>
        </p>
      )}
      <DemoLogins logins={setup.data?.demoLogins ?? []} onPick={(login) => signIn.mutate(login)} />
    </StandalonePage>
  );
}

interface DemoLoginsProps {
  logins: Setup['demoLogins'];
  onPick: (login: SignIn) => void;
}

/** The demo's people: one press signs in. */
function DemoLogins({ logins, onPick }: DemoLoginsProps) {
  const { t } = useTranslation();
  if (logins.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-logins">
      <h2 id="demo-logins">{t('account.demo.title')}</h2>
      <ul>
        {logins.map(({ plan, email, password, name }) => (
          <li key={email}>
            <button type="button" onClick={() => onPick({ email, password })}>
              <strong>{name}</strong>
              <span>{email}</span>
              <em>{plan}</em>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
