import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './duration-field.module.css';

const UNITS = { seconds: 1, minutes: 60 } as const;
type Unit = keyof typeof UNITS;

interface DurationFieldProps {
  label: string;
  /** Seconds; NaN: nothing is typed. */
  value: number;
  error: string | false;
  field: string;
  onChange: (seconds: number) => void;
}

/** A time in seconds or minutes. */
export function DurationField({ label, value, error, field, onChange }: DurationFieldProps) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>(value >= 60 && value % 60 === 0 ? 'minutes' : 'seconds');
  const change = (next: Unit): void => {
    setUnit(next);
    if (!Number.isNaN(value)) onChange(Math.round((value / UNITS[unit]) * UNITS[next]));
  };
  return (
    <div className={classes.duration} data-field={field}>
      <NumberInput
        label={label}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        inputMode="numeric"
        error={error}
        value={Number.isNaN(value) ? '' : value / UNITS[unit]}
        onChange={(typed) => onChange(typed === '' ? Number.NaN : Number(typed) * UNITS[unit])}
      />
      <NativeSelect
        aria-label={t('automation.editor.unitOf', { what: label })}
        value={unit}
        data={[
          { value: 'seconds', label: t('automation.editor.seconds') },
          { value: 'minutes', label: t('automation.editor.minutes') },
        ]}
        onChange={(event) => change(event.currentTarget.value === 'minutes' ? 'minutes' : 'seconds')}
      />
    </div>
  );
}
