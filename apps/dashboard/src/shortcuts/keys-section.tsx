import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/reading-page.tsx';
import classes from './keys-section.module.css';
import { useLetterKeys } from './letter-keys.ts';
import { useOpenSheet } from './use-shortcuts.tsx';

/** D2: keys of one letter, on or off in this browser. */
export function KeysSection() {
  const { t } = useTranslation();
  const [isOn, keep] = useLetterKeys();
  const open = useOpenSheet();
  return (
    <Section title={t('desk.keys.title')}>
      <Switch
        label={t('desk.keys.letters')}
        description={t('desk.keys.lettersText')}
        checked={isOn}
        onChange={(event) => keep(event.currentTarget.checked)}
      />
      <button type="button" className={classes.all} onClick={open}>
        {t('desk.keys.show')}
      </button>
    </Section>
  );
}
