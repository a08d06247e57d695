import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import { type BoxSettings, FIELD_MODES, FORM_FIELDS } from '@vetrina/protocol/http/box';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { PlanNote } from '../ui/plan-note.tsx';
import { Section } from '../ui/reading-page.tsx';
import classes from './box.module.css';
import type { BoxPartProps } from './box-part-props.ts';
import { PaidSwitch } from './paid-switch.tsx';

/** I2, C5: what the contact form asks, when, and the privacy notice. */
export function BoxForm({ box, set, session: { account } }: BoxPartProps) {
  const { t } = useTranslation();
  const { form, privacy } = box;
  const hasGroups = entitled(account.plan, 'groups');
  const setForm = (changes: Partial<BoxSettings['form']>): void => set({ form: { ...form, ...changes } });
  const setPrivacy = (changes: Partial<BoxSettings['privacy']>): void => set({ privacy: { ...privacy, ...changes } });
  return (
    <>
      <Section title={t('settings.box.form')} lead={t('settings.box.formText')}>
        <PaidSwitch
          plan={account.plan}
          feature="contact-form-online"
          label={t('settings.box.beforeChat')}
          description={t('settings.box.beforeChatText')}
          checked={form.beforeChat}
          onChange={(beforeChat) => setForm({ beforeChat })}
        />
        <div className={classes.fields}>
          {FORM_FIELDS.map((field) => (
            <NativeSelect
              key={field}
              label={t(`settings.box.fields.${field}`)}
              disabled={field === 'group' && !hasGroups}
              value={field === 'group' && !hasGroups ? 'off' : form[field]}
              data={FIELD_MODES.map((mode) => ({ value: mode, label: t(`settings.box.modes.${mode}`) }))}
              onChange={(event) =>
                setForm({ [field]: FIELD_MODES.find((mode) => mode === event.currentTarget.value) ?? 'off' })
              }
            />
          ))}
        </div>
        {!hasGroups && <PlanNote plan={cheapestPlanWith('groups')}>{t('settings.box.groupWhy')}</PlanNote>}
      </Section>
      <Section title={t('settings.box.privacy')}>
        <Switch
          label={t('settings.box.privacyShown')}
          checked={privacy.shown}
          onChange={(event) => setPrivacy({ shown: event.currentTarget.checked })}
        />
        {privacy.shown && (
          <>
            <TextInput
              label={t('settings.box.privacyUrl')}
              type="url"
              placeholder={t('settings.box.privacyPlaceholder')}
              pattern="https?://.+"
              maxLength={LIMITS.url}
              value={privacy.url}
              onChange={(event) => setPrivacy({ url: event.currentTarget.value.trim() })}
            />
            <Switch
              label={t('settings.box.mustAgree')}
              description={t('settings.box.mustAgreeText')}
              checked={privacy.mustAgree}
              onChange={(event) => setPrivacy({ mustAgree: event.currentTarget.checked })}
            />
          </>
        )}
      </Section>
    </>
  );
}
