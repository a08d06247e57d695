import { NativeSelect, NumberInput } from '@mantine/core';
import { answersGiven } from '@vetrina/domain/chatbots/check-flow';
import { CAMPAIGN_PARTS, CHOICE_TESTS, NUMBER_TESTS, TEXT_TESTS } from '@vetrina/protocol/automation/conditions';
import type { BotCondition, Flow } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { DEVICES } from '@vetrina/protocol/visitor-row';
import { useTranslation } from 'react-i18next';
import classes from './inspector.module.css';
import { KeptField } from './kept-field.tsx';

interface ConditionTestProps {
  condition: BotCondition;
  flow: Flow;
  onChange: (condition: BotCondition) => void;
}

/** How one condition is held against what. */
export function ConditionTest({ condition, flow, onChange }: ConditionTestProps) {
  switch (condition.about) {
    case 'team':
      return (
        <Either value={condition.is} of={['online', 'offline']} onChange={(is) => onChange({ ...condition, is })} />
      );
    case 'visitor':
      return (
        <Either value={condition.is} of={['new', 'returning']} onChange={(is) => onChange({ ...condition, is })} />
      );
    case 'customer':
      return (
        <Either
          value={condition.is ? 'yes' : 'no'}
          of={['yes', 'no']}
          onChange={(is) => onChange({ ...condition, is: is === 'yes' })}
        />
      );
    case 'visits':
    case 'chats':
      return <NumberTest condition={condition} onChange={onChange} />;
    case 'country':
    case 'language':
    case 'device':
      return <ChoiceTest condition={condition} onChange={onChange} />;
    default:
      return <TextTest condition={condition} flow={flow} onChange={onChange} />;
  }
}

interface EitherProps<One extends string> {
  value: One;
  of: readonly One[];
  onChange: (value: One) => void;
}

function Either<One extends 'online' | 'offline' | 'new' | 'returning' | 'yes' | 'no'>(props: EitherProps<One>) {
  const { value, of, onChange } = props;
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('chatbots.fields.value')}
      value={value}
      data={of.map((one) => ({ value: one, label: t(`chatbots.is.${one as 'yes'}`) }))}
      onChange={(event) => onChange(event.currentTarget.value as One)}
    />
  );
}

type About<Name extends BotCondition['about']> = Extract<BotCondition, { about: Name }>;
type Changed = (condition: BotCondition) => void;

function NumberTest({ condition, onChange }: { condition: About<'visits' | 'chats'>; onChange: Changed }) {
  const { t } = useTranslation();
  return (
    <div className={classes.line}>
      <TestField value={condition.test} of={NUMBER_TESTS} onChange={(test) => onChange({ ...condition, test })} />
      <NumberInput
        aria-label={t('chatbots.fields.value')}
        min={0}
        max={1_000_000}
        clampBehavior="strict"
        allowDecimal={false}
        value={condition.value}
        onChange={(value) => typeof value === 'number' && onChange({ ...condition, value })}
      />
    </div>
  );
}

/** Codes, with commas between; devices by name. */
function ChoiceTest({
  condition,
  onChange,
}: {
  condition: About<'country' | 'language' | 'device'>;
  onChange: Changed;
}) {
  const { t } = useTranslation();
  const test = (
    <TestField value={condition.test} of={CHOICE_TESTS} onChange={(next) => onChange({ ...condition, test: next })} />
  );
  if (condition.about === 'device') {
    return (
      <div className={classes.line}>
        {test}
        <NativeSelect
          aria-label={t('chatbots.fields.value')}
          value={condition.values[0] ?? 'phone'}
          data={DEVICES.map((device) => ({ value: device, label: t(`chatbots.devices.${device}`) }))}
          onChange={(event) =>
            onChange({ ...condition, values: [event.currentTarget.value as (typeof DEVICES)[number]] })
          }
        />
      </div>
    );
  }
  const code = condition.about === 'country' ? /^[A-Z]{2}$/ : /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
  return (
    <div className={classes.line}>
      {test}
      <KeptField
        label={t('chatbots.fields.codes')}
        hint={condition.about === 'country' ? 'IT, DE' : 'it, de'}
        value={condition.values.join(', ')}
        onChange={(text) => {
          const cased = condition.about === 'country' ? text.toUpperCase() : text;
          const values = cased.split(/[\s,;]+/).filter((one) => one !== '');
          const isRight =
            values.length > 0 && values.length <= LIMITS.ruleValues && values.every((one) => code.test(one));
          if (isRight) onChange({ ...condition, values });
        }}
      />
    </div>
  );
}

type TextAbout = Exclude<
  BotCondition,
  About<'team' | 'visitor' | 'customer' | 'visits' | 'chats' | 'country' | 'language' | 'device'>
>;

function TextTest({ condition, flow, onChange }: { condition: TextAbout; flow: Flow; onChange: Changed }) {
  const { t } = useTranslation();
  const hasNumbers = condition.about === 'answer' || condition.about === 'variable';
  const tests = hasNumbers ? ([...TEXT_TESTS, 'at-least', 'at-most'] as const) : TEXT_TESTS;
  return (
    <>
      {condition.about === 'answer' && (
        <NativeSelect
          aria-label={t('chatbots.fields.whichAnswer')}
          value={condition.name}
          data={[...new Set([condition.name, ...answersGiven(flow.blocks)])]}
          onChange={(event) => onChange({ ...condition, name: event.currentTarget.value })}
        />
      )}
      {condition.about === 'variable' && (
        <KeptField
          label={t('chatbots.fields.whichVariable')}
          value={condition.name}
          maxLength={LIMITS.variableKey}
          onChange={(name) => name.trim() !== '' && onChange({ ...condition, name: name.trim() })}
        />
      )}
      {condition.about === 'campaign' && (
        <NativeSelect
          aria-label={t('chatbots.fields.whichPart')}
          value={condition.part}
          data={CAMPAIGN_PARTS.map((part) => ({ value: part, label: `utm_${part}` }))}
          onChange={(event) =>
            onChange({ ...condition, part: event.currentTarget.value as (typeof CAMPAIGN_PARTS)[number] })
          }
        />
      )}
      <div className={classes.line}>
        <TestField
          value={condition.test}
          of={tests}
          onChange={(test) => onChange({ ...condition, test } as TextAbout)}
        />
        <KeptField
          label={t('chatbots.fields.value')}
          value={condition.value}
          maxLength={LIMITS.ruleValue}
          onChange={(value) => value.trim() !== '' && onChange({ ...condition, value: value.trim() })}
        />
      </div>
    </>
  );
}

type AnyTest = (typeof TEXT_TESTS)[number] | (typeof NUMBER_TESTS)[number];

function TestField<Test extends AnyTest>(props: { value: Test; of: readonly Test[]; onChange: (test: Test) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('chatbots.fields.test')}
      value={props.value}
      data={props.of.map((test) => ({ value: test, label: t(`chatbots.tests.${test as AnyTest}`) }))}
      onChange={(event) => props.onChange(event.currentTarget.value as Test)}
    />
  );
}
