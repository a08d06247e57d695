import { Button, NativeSelect, Switch } from '@mantine/core';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { OfficeHours } from '@vetrina/protocol/http/box';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveAccount } from '../api/use-save-account.ts';
import { PlanNote } from '../ui/plan-note.tsx';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { DayHours } from './day-hours.tsx';
import { DoorLine } from './door-line.tsx';
import { problemOf, sortedDay, usualWeek } from './hours-editing.ts';
import type { PlaceProps } from './place-props.ts';
import { SaveBar } from './save-bar.tsx';
import classes from './settings.module.css';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, ...Intl.supportedValuesOf('timeZone')])].sort();

/** C5: when the box may be online at all. */
export function HoursPage({ session: { account } }: PlaceProps) {
  const { t } = useTranslation();
  const has = entitled(account.plan, 'office-hours');
  const stored = account.officeHours;
  const [draft, setDraft] = useState<OfficeHours | null>(stored);
  // Switched off and on again, a typed week is not lost.
  const [kept, setKept] = useState<OfficeHours>(stored ?? usualWeek(HERE));
  const save = useSaveAccount((saved) => setDraft(saved.officeHours));
  const set = (hours: OfficeHours | null): void => {
    save.reset();
    if (hours) setKept(hours);
    setDraft(hours);
  };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const isWrong = draft?.days.some((day) => problemOf(day) !== null) ?? false;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWrong) save.mutate({ officeHours: draft && { ...draft, days: draft.days.map(sortedDay) } });
  };
  return (
    <ReadingPage title={t('settings.places.hours')} lead={t('settings.hours.lead')}>
      {!has && <PlanNote plan={cheapestPlanWith('office-hours')}>{t('settings.hours.why')}</PlanNote>}
      <form onSubmit={submit} className={classes.form}>
        <Section title={t('settings.hours.week')}>
          <Switch
            label={t('settings.hours.use')}
            description={t('settings.hours.useText')}
            checked={has && draft !== null}
            disabled={!has}
            onChange={(event) => set(event.currentTarget.checked ? kept : null)}
          />
          {has && draft && <Week hours={draft} onChange={set} />}
        </Section>
        <SaveBar isChanged={isChanged} isDisabled={!has || isWrong} save={save} />
      </form>
    </ReadingPage>
  );
}

interface WeekProps {
  hours: OfficeHours;
  onChange: (hours: OfficeHours) => void;
}

function Week({ hours, onChange }: WeekProps) {
  const { t } = useTranslation();
  const replace = (at: number, day: OfficeHours['days'][number]): void =>
    onChange({ ...hours, days: hours.days.map((each, index) => (index === at ? day : each)) });
  const toWorkdays = (): void =>
    onChange({ ...hours, days: hours.days.map((each, index) => (index < 5 ? (hours.days[0] ?? []) : each)) });
  return (
    <>
      <DoorLine hours={hours} />
      <NativeSelect
        label={t('settings.hours.timezone')}
        value={hours.timezone}
        data={ZONES.includes(hours.timezone) ? ZONES : [hours.timezone, ...ZONES]}
        onChange={(event) => onChange({ ...hours, timezone: event.currentTarget.value })}
      />
      <div className={classes.week}>
        {hours.days.map((day, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week stay where they are
          <DayHours key={index} number={index} day={day} onChange={(changed) => replace(index, changed)} />
        ))}
      </div>
      <div>
        <Button variant="default" size="sm" onClick={toWorkdays}>
          {t('settings.hours.copyMonday')}
        </Button>
      </div>
    </>
  );
}
