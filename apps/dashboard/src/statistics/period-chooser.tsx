import { Button, TextInput } from '@mantine/core';
import { type Dates, PRESETS } from '@vetrina/domain/statistics/presets';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenPeriod, mayBeAsked } from './period-address.ts';
import classes from './period-chooser.module.css';

interface PeriodChooserProps {
  chosen: ChosenPeriod;
  /** What the choice comes to. */
  days: Dates;
  today: string;
  onChoose: (chosen: ChosenPeriod) => void;
}

/** ST1: spans with names, and any two days. */
export function PeriodChooser({ chosen, days, today, onChoose }: PeriodChooserProps) {
  const { t } = useTranslation();
  const [isOwn, setOwn] = useState(chosen.is === 'own');
  return (
    <div className={classes.chooser}>
      <fieldset className={classes.names}>
        <legend className="visually-hidden">{t('statistics.period.label')}</legend>
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={!isOwn && chosen.is === preset}
            onClick={() => {
              setOwn(false);
              onChoose({ is: preset });
            }}
          >
            {t(`statistics.period.${preset}`)}
          </button>
        ))}
        <button type="button" aria-pressed={isOwn} aria-expanded={isOwn} onClick={() => setOwn(true)}>
          {t('statistics.period.own')}
        </button>
      </fieldset>
      {isOwn && <OwnDays key={`${days.from} ${days.to}`} days={days} today={today} onChoose={onChoose} />}
    </div>
  );
}

function OwnDays({ days, today, onChoose }: Omit<PeriodChooserProps, 'chosen'>) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(days);
  const isDone = wanted.from !== '' && wanted.to !== '' && mayBeAsked(wanted);
  return (
    <form
      className={classes.own}
      onSubmit={(event) => {
        event.preventDefault();
        if (isDone) onChoose({ is: 'own', ...wanted });
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`statistics.period.${end}`)}
          value={wanted[end]}
          max={today}
          onChange={(event) => setWanted({ ...wanted, [end]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" variant="default" disabled={!isDone}>
        {t('statistics.period.show')}
      </Button>
    </form>
  );
}
