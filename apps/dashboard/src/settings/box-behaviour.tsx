import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/reading-page.tsx';
import type { BoxPartProps } from './box-part-props.ts';
import { PaidSwitch } from './paid-switch.tsx';

const EVERYWHERE = ['sound', 'files', 'transcript', 'typingPreview'] as const;
const HIDING = ['hidden', 'hiddenOnPhones', 'hiddenWhenOffline'] as const;

/** What the box does, and where it does not show. */
export function BoxBehaviour({ box, set, session: { account } }: BoxPartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('settings.box.behaviour')}>
        {EVERYWHERE.map((name) => (
          <Switch
            key={name}
            label={t(`settings.box.switches.${name}`)}
            description={t(`settings.box.switches.${name}Text`)}
            checked={box[name]}
            onChange={(event) => set({ [name]: event.currentTarget.checked })}
          />
        ))}
        <PaidSwitch
          plan={account.plan}
          feature="rating"
          label={t('settings.box.switches.rating')}
          description={t('settings.box.switches.ratingText')}
          checked={box.rating}
          onChange={(rating) => set({ rating })}
        />
      </Section>
      <Section title={t('settings.box.hiding')}>
        {HIDING.map((name) => (
          <PaidSwitch
            key={name}
            plan={account.plan}
            feature="hide-box"
            label={t(`settings.box.switches.${name}`)}
            description={t(`settings.box.switches.${name}Text`)}
            checked={box[name]}
            onChange={(hidden) => set({ [name]: hidden })}
          />
        ))}
      </Section>
    </>
  );
}
