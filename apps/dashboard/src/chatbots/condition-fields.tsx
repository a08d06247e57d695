import { NativeSelect } from '@mantine/core';
import type { BlockOf, BotCondition, Flow } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { ABOUTS, type BotAbout, firstCondition } from './condition-kinds.ts';
import { ConditionTest } from './condition-test.tsx';
import type { FieldsProps } from './fields-props.ts';
import classes from './inspector.module.css';
import { useConditionWords } from './use-condition-words.ts';

export function ConditionFields({ block, flow, onChange }: FieldsProps<BlockOf<'condition'>> & { flow: Flow }) {
  const { t } = useTranslation();
  const words = useConditionWords();
  const { conditions } = block;
  const withList = (list: BotCondition[], about?: string): void =>
    onChange({ ...block, conditions: { ...conditions, list } }, about);
  return (
    <>
      {conditions.list.length > 1 && (
        <NativeSelect
          label={t('chatbots.fields.match')}
          value={conditions.match}
          data={(['all', 'any'] as const).map((value) => ({ value, label: t(`chatbots.match.${value}`) }))}
          onChange={(event) =>
            onChange({ ...block, conditions: { ...conditions, match: event.currentTarget.value as 'all' | 'any' } })
          }
        />
      )}
      {conditions.list.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what it is by its place, two may say the same
        <fieldset key={index} className={classes.condition}>
          <legend className="visually-hidden">{words(condition)}</legend>
          <div className={classes.line}>
            <AboutField
              value={condition.about}
              onChange={(about) => withList(conditions.list.with(index, firstCondition(about, flow)))}
            />
            <IconButton
              icon="remove"
              label={t('chatbots.fields.removeCondition', { condition: words(condition) })}
              onClick={() => withList(conditions.list.toSpliced(index, 1))}
            />
          </div>
          <ConditionTest
            condition={condition}
            flow={flow}
            onChange={(next) => withList(conditions.list.with(index, next), `condition ${index}`)}
          />
        </fieldset>
      ))}
      {conditions.list.length < LIMITS.ruleConditions && (
        <AboutField value="" onChange={(about) => withList([...conditions.list, firstCondition(about, flow)])} />
      )}
    </>
  );
}

function AboutField({ value, onChange }: { value: BotAbout | ''; onChange: (about: BotAbout) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t(value === '' ? 'chatbots.fields.addCondition' : 'chatbots.fields.about')}
      value={value}
      data={[
        ...(value === '' ? [{ value: '', label: t('chatbots.fields.addCondition') }] : []),
        ...ABOUTS.map((about) => ({ value: about, label: t(`chatbots.about.${about}`) })),
      ]}
      onChange={(event) => event.currentTarget.value !== '' && onChange(event.currentTarget.value as BotAbout)}
    />
  );
}
