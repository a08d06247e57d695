import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './settings.module.css';

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** The way in without the phone: shown this once. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const text = `${t('settings.secondFactor.fileTitle')}\n\n${codes.join('\n')}\n`;
  const file = useTextFile(text);
  return (
    <div className={classes.form}>
      <p>{t('settings.secondFactor.codesLead')}</p>
      <ul className={classes.codes} aria-label={t('settings.secondFactor.codes')} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <CopyButton text={codes.join('\n')} label={t('settings.secondFactor.copyCodes')} />
        <Button
          component="a"
          href={file}
          download="vetrina-recovery-codes.txt"
          variant="default"
          size="sm"
          leftSection={<Icon name="download" />}
        >
          {t('settings.secondFactor.download')}
        </Button>
      </div>
      <Button onClick={onDone}>{t('settings.secondFactor.kept')}</Button>
    </div>
  );
}

/** An address of this text for as long as it is shown. */
function useTextFile(text: string): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [text]);
  return address;
}
