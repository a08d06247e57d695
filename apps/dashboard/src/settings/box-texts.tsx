import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/reading-page.tsx';
import type { BoxPartProps } from './box-part-props.ts';

/** Own words instead of the built-in ones, which come in the visitor's language. */
export function BoxTexts({ box, set, session }: BoxPartProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.box.texts')} lead={t('settings.box.textsText')}>
      <TextInput
        label={t('settings.box.title')}
        placeholder={session.account.name}
        maxLength={60}
        value={box.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('settings.box.welcome')}
        placeholder={t('settings.box.preview.welcome')}
        rows={2}
        maxLength={300}
        value={box.welcome}
        onChange={(event) => set({ welcome: event.currentTarget.value })}
      />
      <Textarea
        label={t('settings.box.offlineText')}
        placeholder={t('settings.box.preview.offlineText')}
        rows={2}
        maxLength={300}
        value={box.offlineText}
        onChange={(event) => set({ offlineText: event.currentTarget.value })}
      />
    </Section>
  );
}
