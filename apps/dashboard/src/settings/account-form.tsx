import { Radio, Switch, TagsInput, TextInput } from '@mantine/core';
import { type Account, type Session, TRACKING_MODES, type TrackingMode } from '@vetrina/protocol/http/account';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveAccount } from '../api/use-save-account.ts';
import { Section } from '../ui/reading-page.tsx';
import { DomainsField } from './domains-field.tsx';
import { SaveBar } from './save-bar.tsx';
import classes from './settings.module.css';

type Draft = Pick<
  Account,
  'name' | 'allowedDomains' | 'trackingMode' | 'respectPrivacySignals' | 'storeIp' | 'keptQueryParameters'
>;

interface PartProps {
  draft: Draft;
  set: (changes: Partial<Draft>) => void;
  disabled: boolean;
}

/** What holds for the whole account; saved together. */
export function AccountForm({ session: { account, agent } }: { session: Session }) {
  const { t } = useTranslation();
  const { name, allowedDomains, trackingMode, respectPrivacySignals, storeIp, keptQueryParameters } = account;
  const stored = { name, allowedDomains, trackingMode, respectPrivacySignals, storeIp, keptQueryParameters };
  const [draft, setDraft] = useState<Draft>(stored);
  const save = useSaveAccount();
  const disabled = agent.role === 'agent';
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const set = (changes: Partial<Draft>): void => {
    save.reset();
    setDraft({ ...draft, ...changes });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {disabled && <p className={classes.hint}>{t('settings.readOnly')}</p>}
      <Section title={t('settings.business.title')}>
        <TextInput
          label={t('settings.business.name')}
          value={draft.name}
          maxLength={100}
          required
          withAsterisk={false}
          disabled={disabled}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Section>
      <Section title={t('settings.domains.title')} lead={t('settings.domains.lead')}>
        <DomainsField
          value={draft.allowedDomains}
          disabled={disabled}
          onChange={(allowedDomains) => set({ allowedDomains })}
        />
      </Section>
      <Section title={t('settings.tracking.title')}>
        <Tracking draft={draft} set={set} disabled={disabled} />
      </Section>
      {!disabled && <SaveBar isChanged={isChanged} isDisabled={false} save={save} />}
    </form>
  );
}

/** T3. */
function Tracking({ draft, set, disabled }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Radio.Group
        label={t('settings.tracking.label')}
        value={draft.trackingMode}
        onChange={(mode) => set({ trackingMode: mode as TrackingMode })}
      >
        <div className={classes.modes}>
          {TRACKING_MODES.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              disabled={disabled}
              label={t(`settings.tracking.${mode}`)}
              description={t(`settings.tracking.${mode}Text`)}
            />
          ))}
        </div>
      </Radio.Group>
      <Switch
        label={t('settings.tracking.signals')}
        description={t('settings.tracking.signalsText')}
        checked={draft.respectPrivacySignals}
        disabled={disabled}
        onChange={(event) => set({ respectPrivacySignals: event.currentTarget.checked })}
      />
      <Switch
        label={t('settings.tracking.storeIp')}
        description={t('settings.tracking.storeIpText')}
        checked={draft.storeIp}
        disabled={disabled}
        onChange={(event) => set({ storeIp: event.currentTarget.checked })}
      />
      <TagsInput
        label={t('settings.tracking.query')}
        description={t('settings.tracking.queryText')}
        placeholder={draft.keptQueryParameters.length === 0 ? t('settings.tracking.queryPlaceholder') : ''}
        value={draft.keptQueryParameters}
        onChange={(keptQueryParameters) => set({ keptQueryParameters })}
        splitChars={[',', ' ']}
        acceptValueOnBlur
        maxTags={50}
        disabled={disabled}
      />
    </>
  );
}
