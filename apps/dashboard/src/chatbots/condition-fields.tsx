import { NativeSelect } from '@mantine/core';
import type { BlockOf, BotCondition, Flow } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { PAGE_ABOUTS, VISITOR_ABOUT_GROUPS, VISITOR_ABOUTS } from '../automation/condition-kinds.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { BOT_ABOUTS, type BotAbout, firstCondition } from './condition-kinds.ts';
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
          onChange={(event) => {
            const match = event.currentTarget.value === 'any' ? 'any' : 'all';
            onChange({ ...block, conditions: { ...conditions, match } });
          }}
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
            key={condition.about}
            condition={condition}
            place={index + 1}
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

/** What a condition is about; empty: another one. */
function AboutField({ value, onChange }: { value: BotAbout | ''; onChange: (about: BotAbout) => void }) {
  const { t } = useTranslation();
  const groups = [
    { group: t('chatbots.conditions.bot'), abouts: BOT_ABOUTS },
    { group: t('chatbots.conditions.page'), abouts: PAGE_ABOUTS },
    ...VISITOR_ABOUT_GROUPS.map((group) => ({
      group: t(`automation.aboutGroups.${group}`),
      abouts: VISITOR_ABOUTS[group],
    })),
  ];
  const label = (about: BotAbout): string =>
    about === 'team' || about === 'answer' ? t(`chatbots.conditions.${about}`) : t(`automation.about.${about}`);
  return (
    <NativeSelect
      aria-label={t(value === '' ? 'chatbots.fields.addCondition' : 'chatbots.fields.about')}
      value={value}
      data={[
        ...(value === '' ? [{ value: '', label: t('chatbots.fields.addCondition') }] : []),
        ...groups.map(({ group, abouts }) => ({
          group,
          items: abouts.map((about) => ({ value: about, label: label(about) })),
        })),
      ]}
      onChange={(event) => {
        const about = groups.flatMap(({ abouts }) => [...abouts]).find((each) => each === event.currentTarget.value);
        if (about) onChange(about);
      }}
    />
  );
}
