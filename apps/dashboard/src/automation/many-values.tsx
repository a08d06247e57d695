import { Checkbox, MultiSelect } from '@mantine/core';
import { fold } from '@vetrina/domain/fold';
import type { Condition } from '@vetrina/protocol/automation/conditions';
import { LIMITS } from '@vetrina/protocol/limits';
import { DEVICES } from '@vetrina/protocol/visitor-row';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import classes from './conditions.module.css';
import { COUNTRY_CODES, LANGUAGE_CODES } from './country-codes.ts';

type Many = Extract<Condition, { values: unknown }>;

interface ManyValuesProps {
  condition: Many;
  place: number;
  error: string | false;
  onChange: (condition: Condition) => void;
}

/** Countries and languages by their names, as chips; the three devices to tick. */
export function ManyValues({ condition, place, error, onChange }: ManyValuesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = t('automation.editor.value', { place });
  if (condition.about === 'device') {
    return (
      <Checkbox.Group
        aria-label={label}
        error={error}
        value={condition.values}
        onChange={(ticked) => onChange({ ...condition, values: DEVICES.filter((device) => ticked.includes(device)) })}
      >
        <div className={classes.ticks}>
          {DEVICES.map((device) => (
            <Checkbox key={device} value={device} label={t(`visitors.icons.${device}`)} />
          ))}
        </div>
      </Checkbox.Group>
    );
  }
  const [codes, name] =
    condition.about === 'country' ? [COUNTRY_CODES, format.country] : [LANGUAGE_CODES, format.language];
  return (
    <NamedValues
      label={label}
      placeholder={t(condition.about === 'country' ? 'automation.editor.countries' : 'automation.editor.languages')}
      codes={codes}
      nameOf={name}
      values={condition.values}
      error={error}
      onChange={(values) => onChange({ ...condition, values })}
    />
  );
}

interface NamedValuesProps {
  label: string;
  placeholder: string;
  codes: readonly string[];
  nameOf: (code: string) => string;
  values: string[];
  error: string | false;
  onChange: (values: string[]) => void;
}

function NamedValues({ label, placeholder, codes, nameOf, values, error, onChange }: NamedValuesProps) {
  const { t, i18n } = useTranslation();
  // Most countries come from few places, but nobody's list begins with theirs: by name, as an index is.
  const data = useMemo(() => {
    const named = [...new Set([...codes, ...values])].map((value) => ({ value, label: nameOf(value) }));
    return named.sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  }, [codes, values, nameOf, i18n.language]);
  return (
    <MultiSelect
      aria-label={label}
      placeholder={values.length === 0 ? placeholder : ''}
      data={data}
      value={values}
      error={error}
      searchable
      hidePickedOptions
      maxValues={LIMITS.ruleValues}
      maxDropdownHeight={240}
      nothingFoundMessage={t('automation.editor.nothingFound')}
      filter={({ options, search }) =>
        options.filter(
          (option) =>
            'value' in option && (fold(option.label).includes(fold(search)) || fold(option.value) === fold(search)),
        )
      }
      onChange={onChange}
    />
  );
}
