import { NumberInput, Switch } from '@mantine/core';
import type { BlockOf } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './fields-props.ts';

export function DelayFields({ block, onChange }: FieldsProps<BlockOf<'delay'>>) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('chatbots.fields.seconds')}
      min={1}
      max={LIMITS.ruleSeconds}
      clampBehavior="strict"
      allowDecimal={false}
      value={block.seconds}
      onChange={(seconds) => typeof seconds === 'number' && seconds >= 1 && onChange({ ...block, seconds }, 'seconds')}
    />
  );
}

export function EndFields({ block, onChange }: FieldsProps<BlockOf<'end'>>) {
  const { t } = useTranslation();
  return (
    <Switch
      label={t('chatbots.fields.resolves')}
      description={t('chatbots.fields.resolvesText')}
      checked={block.resolves}
      onChange={(event) => onChange({ ...block, resolves: event.currentTarget.checked })}
    />
  );
}
