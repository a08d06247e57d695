import { NumberInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BlockOf } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Caution } from '../ui/caution.tsx';
import { chatbotQueries } from './chatbot-queries.ts';
import type { FieldsProps } from './fields-props.ts';

export function ModelFields({ block, onChange }: FieldsProps<BlockOf<'model'>>) {
  const { t } = useTranslation();
  const { data: surroundings } = useQuery(chatbotQueries.surroundings);
  return (
    <>
      {surroundings?.model === false && <Caution>{t('chatbots.fields.noModel')}</Caution>}
      <Textarea
        label={t('chatbots.fields.instructions')}
        description={t('chatbots.fields.instructionsText')}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={LIMITS.botInstructions}
        error={block.instructions.trim() === '' ? t('chatbots.problems.empty-instructions') : undefined}
        value={block.instructions}
        onChange={(event) => onChange({ ...block, instructions: event.currentTarget.value }, 'instructions')}
      />
      <NumberInput
        label={t('chatbots.fields.turns')}
        description={t('chatbots.fields.turnsText')}
        min={1}
        max={20}
        clampBehavior="strict"
        allowDecimal={false}
        value={block.turns}
        onChange={(turns) => typeof turns === 'number' && turns >= 1 && onChange({ ...block, turns }, 'turns')}
      />
    </>
  );
}
