import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SecondFactorOffer } from '@vetrina/protocol/http/second-factor';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { ActionForm } from '../ui/action-form.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { PasswordAgain } from './password-again.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import classes from './settings.module.css';
import { settingsQueries } from './settings-queries.ts';

/** Password, then the code to scan and a proof that the app has it, then the recovery codes to keep. */
export function SecondFactorSetup({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const offer = useMutation({
    mutationFn: (password: string) => call('offerSecondFactor', { body: { password } }),
    gcTime: 0,
  });
  const [isConfirmed, setConfirmed] = useState(false);
  if (!offer.data) {
    return (
      <PasswordAgain
        lead={t('settings.secondFactor.passwordLead')}
        action={t('account.secondFactor.submit')}
        deed={offer}
        onSubmit={(password) => offer.mutate(password)}
      />
    );
  }
  if (!isConfirmed) return <Scan offer={offer.data} onConfirmed={() => setConfirmed(true)} />;
  return <RecoveryCodes codes={offer.data.recoveryCodes} onDone={onDone} />;
}

function Scan({ offer, onConfirmed }: { offer: SecondFactorOffer; onConfirmed: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useChange(
    () => call('confirmSecondFactor', { body: { code: code.trim() } }),
    [settingsQueries.secondFactor.queryKey],
    onConfirmed,
  );
  return (
    <ActionForm action={t('settings.secondFactor.confirmAction')} deed={confirm} onSubmit={() => confirm.mutate()}>
      <div className={classes.scan}>
        <QrCode text={offer.address} label={t('settings.secondFactor.qr')} />
        <div>
          <p>{t('settings.secondFactor.scan')}</p>
          <p className={classes.hint}>{t('settings.secondFactor.type')}</p>
          <code className={classes.secret} translate="no">
            {inGroups(offer.secret)}
          </code>
          <CopyButton text={offer.secret} label={t('settings.secondFactor.copySecret')} size="xs" />
        </div>
      </div>
      <TextInput
        label={t('settings.secondFactor.confirm')}
        autoComplete="one-time-code"
        inputMode="numeric"
        minLength={6}
        maxLength={10}
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </ActionForm>
  );
}

/** Four letters at a time are read without losing one's place. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
