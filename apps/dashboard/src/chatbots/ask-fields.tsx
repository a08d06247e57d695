import { NativeSelect, NumberInput } from '@mantine/core';
import { ASKS, type BlockOf, type Flow } from '@vetrina/protocol/automation/flow';
import { useTranslation } from 'react-i18next';
import { AnswerNameField } from './answer-name-field.tsx';
import { BotTextField } from './bot-text-field.tsx';
import type { FieldsProps } from './fields-props.ts';

type Asks = BlockOf<'ask'>['asks'];

export function AskFields({ block, flow, onChange }: FieldsProps<BlockOf<'ask'>> & { flow: Flow }) {
  const { t } = useTranslation();
  // A name that was only the kind's own follows the kind.
  const asked = (asks: Asks): void =>
    onChange({ ...block, asks, keepAs: block.keepAs === block.asks ? asks : block.keepAs });
  return (
    <>
      <NativeSelect
        label={t('chatbots.fields.asks')}
        value={block.asks}
        data={ASKS.map((value) => ({ value, label: t(`chatbots.asks.${value}`) }))}
        onChange={(event) => asked(event.currentTarget.value as Asks)}
      />
      <BotTextField
        label={t('chatbots.fields.question')}
        value={block.text}
        flow={flow}
        isWanted
        onChange={(text) => onChange({ ...block, text }, 'text')}
      />
      <BotTextField
        label={t('chatbots.fields.again')}
        hint={t('chatbots.fields.againText')}
        value={block.again}
        flow={flow}
        onChange={(again) => onChange({ ...block, again }, 'again')}
      />
      <NumberInput
        label={t('chatbots.fields.tries')}
        min={1}
        max={5}
        clampBehavior="strict"
        allowDecimal={false}
        value={block.tries}
        onChange={(tries) => typeof tries === 'number' && tries >= 1 && onChange({ ...block, tries }, 'tries')}
      />
      <AnswerNameField
        label={t('chatbots.fields.keepAs')}
        hint={t('chatbots.fields.keepAsText', { place: `{answer.${block.keepAs}}` })}
        value={block.keepAs}
        onChange={(keepAs) => onChange({ ...block, keepAs }, 'keepAs')}
      />
    </>
  );
}
