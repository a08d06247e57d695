import { NumberInput, Switch, TextInput } from '@mantine/core';
import { REPEATS } from '@vetrina/protocol/automation/rule';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Caution } from '../ui/caution.tsx';
import { Section } from '../ui/reading-page.tsx';
import { Choice } from './choice.tsx';
import classes from './editor.module.css';
import type { PartProps } from './part-props.ts';

const USUAL_HOLD_OUT = 20;

/** How often the same person gets it, and how it is measured what it does. */
export function LimitsSection({ draft: { repeat, stopWhenAnswered, holdOut, goal }, set, notes }: PartProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('automation.editor.limits')}>
      <Choice
        label={t('automation.editor.repeat')}
        value={repeat}
        options={REPEATS.map((each) => ({ value: each, label: t(`automation.repeats.${each}`) }))}
        onChange={(each) => set({ repeat: each })}
      />
      <Switch
        label={t('automation.editor.stop')}
        description={t('automation.editor.stopText')}
        checked={stopWhenAnswered}
        onChange={(event) => set({ stopWhenAnswered: event.currentTarget.checked })}
      />
      <Switch
        label={t('automation.editor.holdOut')}
        description={t('automation.editor.holdOutText')}
        checked={holdOut !== 0}
        onChange={(event) => set({ holdOut: event.currentTarget.checked ? USUAL_HOLD_OUT : 0 })}
      />
      {holdOut !== 0 && (
        <div data-field="holdOut" className={classes.indented}>
          <NumberInput
            label={t('automation.editor.holdOutShare')}
            suffix="%"
            allowDecimal={false}
            allowNegative={false}
            step={5}
            error={notes.errorOf('holdOut')}
            value={Number.isNaN(holdOut) ? '' : holdOut}
            onChange={(typed) => set({ holdOut: typed === '' ? Number.NaN : Number(typed) })}
          />
        </div>
      )}
      <Switch
        label={t('automation.editor.goal')}
        description={t('automation.editor.goalText')}
        checked={goal !== null}
        onChange={(event) => set({ goal: event.currentTarget.checked ? { address: '' } : null })}
      />
      {goal && (
        <div data-field="goal" className={classes.indented}>
          <TextInput
            label={t('automation.editor.goalAddress')}
            placeholder={t('automation.editor.goalPlaceholder')}
            maxLength={LIMITS.ruleValue}
            spellCheck={false}
            autoComplete="off"
            error={notes.errorOf('goal')}
            value={goal.address}
            onChange={(event) => set({ goal: { address: event.currentTarget.value } })}
          />
          <Caution isSmall>{notes.cautionOf('goal')}</Caution>
        </div>
      )}
    </Section>
  );
}
