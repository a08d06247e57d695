import { NativeSelect, TextInput } from '@mantine/core';
import { answersGiven } from '@vetrina/domain/chatbots/check-flow';
import { type Condition, VARIABLE_TESTS } from '@vetrina/protocol/automation/conditions';
import type { BotCondition, Flow } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../automation/choice.tsx';
import { ConditionValue } from '../automation/condition-value.tsx';
import { TestSelect } from '../automation/test-select.tsx';
import { wholeCondition } from './condition-kinds.ts';
import classes from './inspector.module.css';

interface ConditionTestProps {
  condition: BotCondition;
  /** Counted from 1. */
  place: number;
  flow: Flow;
  onChange: (condition: BotCondition) => void;
}

/** How one condition is held against what. */
export function ConditionTest({ condition, place, flow, onChange }: ConditionTestProps) {
  const { t } = useTranslation();
  switch (condition.about) {
    case 'team':
      return (
        <Choice
          label={t('chatbots.conditions.team')}
          isLabelHidden
          value={condition.is}
          options={(['online', 'offline'] as const).map((is) => ({ value: is, label: t(`chatbots.conditions.${is}`) }))}
          onChange={(is) => onChange({ ...condition, is })}
        />
      );
    case 'answer':
      return <AnswerTest condition={condition} place={place} flow={flow} onChange={onChange} />;
    default:
      return <RuleTest condition={condition} place={place} onChange={onChange} />;
  }
}

/** As in rules. While something is missing, what was whole last holds. */
function RuleTest({ condition, place, onChange }: { condition: Condition } & Omit<ConditionTestProps, 'flow'>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Condition>(condition);
  useEffect(() => {
    // Undone, or changed from elsewhere.
    setTyped((now) => (isSame(wholeCondition(now), condition) ? now : condition));
  }, [condition]);
  const missing = wholeCondition(typed) === null && t('chatbots.conditions.missing');
  return (
    <div className={classes.test}>
      <ConditionValue
        condition={typed}
        place={place}
        field={`condition-${place}`}
        error={missing}
        nameError={false}
        onChange={(next) => {
          setTyped(next);
          const whole = wholeCondition(next);
          if (whole && !isSame(whole, condition)) onChange(whole);
        }}
      />
    </div>
  );
}

const isSame = (one: Condition | null, other: Condition): boolean => JSON.stringify(one) === JSON.stringify(other);

type AboutAnswer = Extract<BotCondition, { about: 'answer' }>;

function AnswerTest({ condition, place, flow, onChange }: ConditionTestProps & { condition: AboutAnswer }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(condition.value);
  useEffect(() => setTyped((now) => (now.trim() === condition.value ? now : condition.value)), [condition.value]);
  return (
    <div className={classes.test}>
      <NativeSelect
        aria-label={t('chatbots.conditions.whichAnswer')}
        value={condition.name}
        data={[...new Set([condition.name, ...answersGiven(flow.blocks)])]}
        onChange={(event) => onChange({ ...condition, name: event.currentTarget.value })}
      />
      <TestSelect
        label={t('automation.editor.test', { place })}
        value={condition.test}
        tests={VARIABLE_TESTS}
        onChange={(test) => onChange({ ...condition, test })}
      />
      <TextInput
        aria-label={t('automation.editor.value', { place })}
        maxLength={LIMITS.ruleValue}
        error={typed.trim() === '' && t('chatbots.conditions.missing')}
        value={typed}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (text.trim() !== '' && text.trim() !== condition.value) onChange({ ...condition, value: text.trim() });
        }}
      />
    </div>
  );
}
