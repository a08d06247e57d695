import { Anchor, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Session } from '@vetrina/protocol/http/account';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './account.module.css';

interface SecondFactorFormProps {
  onDone: (session: Session) => void;
  onBack: () => void;
}

/** The second step of a sign-in: the authenticator's digits, or a recovery code for who has lost the phone. */
export function SecondFactorForm({ onDone, onBack }: SecondFactorFormProps) {
  const { t } = useTranslation();
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: () => call('secondFactorSignIn', { body: { code: code.trim() } }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const swap = (): void => {
    setRecovery(!isRecovery);
    setCode('');
    send.reset();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.lead}>{t(`account.secondFactor.${isRecovery ? 'recoveryLead' : 'lead'}`)}</p>
      <TextInput
        // Another field: what the browser offers for one must not be offered for the other.
        key={isRecovery ? 'recovery' : 'app'}
        label={t(`account.secondFactor.${isRecovery ? 'recoveryCode' : 'code'}`)}
        classNames={{ input: classes.code ?? '' }}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        minLength={6}
        maxLength={40}
        spellCheck={false}
        required
        withAsterisk={false}
        autoFocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <ErrorNote error={send.error} />
      <Button type="submit" size="md" loading={send.isPending}>
        {t('account.secondFactor.submit')}
      </Button>
      <div className={classes.ways}>
        <Anchor component="button" type="button" onClick={swap}>
          {t(`account.secondFactor.${isRecovery ? 'useApp' : 'useRecovery'}`)}
        </Anchor>
        <Anchor component="button" type="button" onClick={onBack}>
          {t('account.secondFactor.back')}
        </Anchor>
      </div>
    </form>
  );
}
