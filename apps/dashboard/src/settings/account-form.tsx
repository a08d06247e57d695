import { Button, Radio, Switch, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Account, type Session, TRACKING_MODES, type TrackingMode } from '@vetrina/protocol/http/account';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Section } from '../ui/reading-page.tsx';
import { DomainsField } from './domains-field.tsx';
import classes from './settings.module.css';

type Draft = Omit<Account, 'id' | 'key' | 'plan'>;

interface PartProps {
  draft: Draft;
  set: (changes: Partial<Draft>) => void;
  disabled: boolean;
}

/** What holds for the whole account; saved together. */
export function AccountForm({ session: { account, agent } }: { session: Session }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id: _id, key: _key, plan, ...stored } = account;
  const [draft, setDraft] = useState<Draft>(stored);
  const save = useMutation({
    mutationFn: () => call('saveAccount', { body: draft }),
    onSuccess: (saved) => {
      queryClient.setQueryData(queries.session.queryKey, (before) => before && { ...before, account: saved });
      return queryClient.invalidateQueries({ queryKey: queries.installation.queryKey });
    },
  });
  const disabled = agent.role === 'agent';
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const set = (changes: Partial<Draft>): void => {
    save.reset();
    setDraft({ ...draft, ...changes });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
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
        <p>
          {t('settings.business.plan')}: <strong>{plan}</strong>
        </p>
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
      <div className={classes.save} data-changed={isChanged || undefined}>
        <Button type="submit" disabled={disabled || !isChanged} loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <span role="status">{save.isSuccess && !isChanged && t('settings.saved')}</span>
        {disabled && <span>{t('settings.readOnly')}</span>}
        <ErrorNote error={save.error} />
      </div>
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
