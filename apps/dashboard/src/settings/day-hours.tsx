import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type Day, type Interval, minuteOf, problemOf, timeText, withAnother } from './hours-editing.ts';
import classes from './settings.module.css';

interface DayHoursProps {
  /** 0 is Monday. */
  number: number;
  day: Day;
  onChange: (day: Day) => void;
}

/** One weekday: closed, or open from … to …, several times if need be. */
export function DayHours({ number, day, onChange }: DayHoursProps) {
  const { t } = useTranslation();
  const name = useFormat().weekday(number);
  const problem = problemOf(day);
  const more = withAnother(day);
  const replace = (at: number, interval: Interval): void =>
    onChange(day.map((each, index) => (index === at ? interval : each)));
  return (
    <fieldset className={classes.day}>
      <legend className="visually-hidden">{name}</legend>
      <Switch
        label={name}
        checked={day.length > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? (withAnother([]) ?? []) : [])}
      />
      <div className={classes.intervals}>
        {day.length === 0 && <span className={classes.hint}>{t('settings.hours.closed')}</span>}
        {day.map((interval, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an interval is told from others by its place only
          <div key={index} className={classes.interval}>
            <TimeInput end="from" interval={interval} day={name} onChange={(changed) => replace(index, changed)} />
            <span aria-hidden="true">–</span>
            <TimeInput end="to" interval={interval} day={name} onChange={(changed) => replace(index, changed)} />
            <IconButton
              icon="close"
              iconSize={16}
              label={t('settings.hours.removeInterval', { day: name, from: timeText(interval.from) })}
              size="md"
              onClick={() => onChange(day.filter((_, each) => each !== index))}
            />
          </div>
        ))}
        {problem && (
          <p role="alert" className={classes.bad}>
            {t(`settings.hours.${problem}`)}
          </p>
        )}
      </div>
      {day.length > 0 && more && (
        <IconButton
          icon="plus"
          iconSize={16}
          label={t('settings.hours.addInterval', { day: name })}
          hint={t('settings.hours.addInterval', { day: name })}
          size="md"
          onClick={() => onChange(more)}
        />
      )}
    </fieldset>
  );
}

interface TimeInputProps {
  end: keyof Interval;
  interval: Interval;
  day: string;
  onChange: (interval: Interval) => void;
}

function TimeInput({ end, interval, day, onChange }: TimeInputProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      type="time"
      size="sm"
      required
      aria-label={t(`settings.hours.${end}`, { day })}
      value={timeText(interval[end])}
      onChange={(event) => {
        const minute = minuteOf(event.currentTarget.value, end);
        if (minute !== null) onChange({ ...interval, [end]: minute });
      }}
    />
  );
}
