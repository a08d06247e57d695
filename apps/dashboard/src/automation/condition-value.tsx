import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import {
  CAMPAIGN_PARTS,
  CHOICE_TESTS,
  type Condition,
  NUMBER_TESTS,
  TEXT_TESTS,
  VARIABLE_TESTS,
} from '@vetrina/protocol/automation/conditions';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice.tsx';
import { isChoice, isNumber } from './condition-kinds.ts';
import classes from './conditions.module.css';
import { ManyValues } from './many-values.tsx';
import { TestSelect } from './test-select.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface ConditionValueProps {
  condition: Condition;
  place: number;
  field: string;
  error: string | false;
  /** Of a variable. */
  nameError: string | false;
  onChange: (condition: Condition) => void;
}

type Told = Extract<Condition, { value: string }>;

/** The fitting control for each kind of condition. */
export function ConditionValue(props: ConditionValueProps) {
  const { condition, place, field, error, onChange } = props;
  const { t } = useTranslation();
  const testLabel = t('automation.editor.test', { place });
  if (condition.about === 'visitor') {
    return (
      <Choice
        label={testLabel}
        isLabelHidden
        value={condition.is}
        options={(['new', 'returning'] as const).map((is) => ({ value: is, label: t(`automation.editor.${is}`) }))}
        onChange={(is) => onChange({ ...condition, is })}
      />
    );
  }
  if (condition.about === 'customer') {
    return (
      <Choice
        label={testLabel}
        isLabelHidden
        value={condition.is ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('automation.editor.isCustomer') },
          { value: 'no', label: t('automation.editor.noCustomer') },
        ]}
        onChange={(is) => onChange({ ...condition, is: is === 'yes' })}
      />
    );
  }
  if (isNumber(condition)) {
    return (
      <>
        <TestSelect
          label={testLabel}
          value={condition.test}
          tests={NUMBER_TESTS}
          onChange={(test) => onChange({ ...condition, test })}
        />
        <div data-field={field} className={classes.value}>
          <NumberInput
            aria-label={t('automation.editor.value', { place })}
            allowDecimal={false}
            allowNegative={false}
            error={error}
            value={Number.isNaN(condition.value) ? '' : condition.value}
            onChange={(typed) => onChange({ ...condition, value: typed === '' ? Number.NaN : Number(typed) })}
          />
        </div>
      </>
    );
  }
  if (isChoice(condition)) {
    return (
      <>
        <TestSelect
          label={testLabel}
          value={condition.test}
          tests={CHOICE_TESTS}
          onChange={(test) => onChange({ ...condition, test })}
        />
        <div data-field={field} className={classes.value}>
          <ManyValues condition={condition} place={place} error={error} onChange={onChange} />
        </div>
      </>
    );
  }
  return <TextValue {...props} condition={condition} />;
}

function TextValue({ condition, place, field, error, nameError, onChange }: ConditionValueProps & { condition: Told }) {
  const { t } = useTranslation();
  const suggestions = useSuggestions(condition.about);
  const list = `suggestions-${field}`;
  return (
    <>
      {condition.about === 'campaign' && (
        <NativeSelect
          aria-label={t('automation.editor.part', { place })}
          value={condition.part}
          data={CAMPAIGN_PARTS.map((part) => ({ value: part, label: t(`automation.campaign.${part}`) }))}
          onChange={(event) => {
            const part = CAMPAIGN_PARTS.find((each) => each === event.currentTarget.value);
            if (part) onChange({ ...condition, part });
          }}
        />
      )}
      {condition.about === 'variable' && (
        <div data-field={`${field}.name`}>
          <TextInput
            aria-label={t('automation.editor.variableName', { place })}
            placeholder={t('automation.editor.variablePlaceholder')}
            maxLength={LIMITS.variableKey}
            spellCheck={false}
            autoComplete="off"
            error={nameError}
            value={condition.name}
            onChange={(event) => onChange({ ...condition, name: event.currentTarget.value })}
          />
        </div>
      )}
      {condition.about === 'variable' ? (
        <TestSelect
          label={t('automation.editor.test', { place })}
          value={condition.test}
          tests={VARIABLE_TESTS}
          onChange={(test) => onChange({ ...condition, test })}
        />
      ) : (
        <TestSelect
          label={t('automation.editor.test', { place })}
          value={condition.test}
          tests={TEXT_TESTS}
          onChange={(test) => onChange({ ...condition, test })}
        />
      )}
      <div data-field={field} className={classes.value}>
        <TextInput
          aria-label={t('automation.editor.value', { place })}
          placeholder={t(`automation.placeholders.${condition.about}`)}
          list={suggestions.length > 0 ? list : undefined}
          maxLength={LIMITS.ruleValue}
          spellCheck={false}
          autoComplete="off"
          error={error}
          value={condition.value}
          onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
        />
        {suggestions.length > 0 && (
          <datalist id={list}>
            {suggestions.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        )}
        {condition.test === 'matches' && <p className="hint">{t('automation.editor.star')}</p>}
      </div>
    </>
  );
}
