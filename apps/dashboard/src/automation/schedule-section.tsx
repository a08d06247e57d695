import { Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import type { RuleLogic } from '@vetrina/protocol/automation/rule';
import type { Calendar } from '@vetrina/protocol/automation/schedule';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minuteOf, timeText } from '../settings/hours-editing.ts';
import { Caution } from '../ui/caution.tsx';
import { Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import { Choice } from './choice.tsx';
import type { PartProps } from './part-props.ts';
import classes from './schedule-section.module.css';

type TeamWanted = RuleLogic['schedule']['team'];

const TEAMS = Object.keys({ any: 0, online: 0, offline: 0 } satisfies Record<TeamWanted, 0>) as TeamWanted[];
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, ...Intl.supportedValuesOf('timeZone')])].sort();
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const USUAL_HOURS = { from: 9 * 60, to: 18 * 60 };

/** A1, schedule: while the team is there or not, on which days, at which hours. */
export function ScheduleSection({ draft: { logic }, setLogic, notes, account }: PartProps) {
  const { t } = useTranslation();
  const { schedule } = logic;
  const stored = schedule.times?.by === 'calendar' ? schedule.times : null;
  // Switched off and on again, what was chosen is not lost.
  const [kept, setKept] = useState<Calendar>(
    stored ?? {
      by: 'calendar',
      timezone: account.officeHours?.timezone ?? HERE,
      weekdays: [0, 1, 2, 3, 4],
      hours: USUAL_HOURS,
      dates: null,
    },
  );
  const setTimes = (times: Calendar | null): void => {
    if (times) setKept(times);
    setLogic({ schedule: { ...schedule, times } });
  };
  return (
    <Section title={t('automation.editor.schedule')}>
      <Choice<TeamWanted>
        label={t('automation.editor.team')}
        value={schedule.team}
        options={TEAMS.map((team) => ({ value: team, label: t(`automation.editor.team-${team}`) }))}
        onChange={(team) => setLogic({ schedule: { ...schedule, team } })}
      />
      <Switch
        label={t('automation.editor.timed')}
        checked={stored !== null}
        onChange={(event) => setTimes(event.currentTarget.checked ? kept : null)}
      />
      {stored && <CalendarFields calendar={stored} notes={notes} onChange={setTimes} />}
    </Section>
  );
}

interface CalendarFieldsProps extends Pick<PartProps, 'notes'> {
  calendar: Calendar;
  onChange: (calendar: Calendar) => void;
}

function CalendarFields({ calendar, notes, onChange }: CalendarFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { weekdays, hours, dates, timezone } = calendar;
  return (
    <div className={classes.calendar}>
      <Checkbox.Group
        label={t('automation.editor.weekdays')}
        value={(weekdays.length === 0 ? WEEK : weekdays).map(String)}
        onChange={(ticked) => {
          const days = WEEK.filter((day) => ticked.includes(String(day)));
          if (days.length > 0) onChange({ ...calendar, weekdays: days.length === WEEK.length ? [] : days });
        }}
      >
        <div className={classes.weekdays}>
          {WEEK.map((day) => (
            <Checkbox key={day} value={String(day)} label={format.weekday(day)} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label={t('automation.editor.hours')}
        checked={hours !== null}
        onChange={(event) => onChange({ ...calendar, hours: event.currentTarget.checked ? USUAL_HOURS : null })}
      />
      {hours && (
        <>
          <div className={classes.pair}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                required
                withAsterisk={false}
                label={t(`automation.editor.${end}`)}
                value={timeText(hours[end])}
                onChange={(event) => {
                  const minute = minuteOf(event.currentTarget.value, end);
                  if (minute !== null) onChange({ ...calendar, hours: { ...hours, [end]: minute } });
                }}
              />
            ))}
            <NativeSelect
              label={t('settings.hours.timezone')}
              value={timezone}
              data={ZONES.includes(timezone) ? ZONES : [timezone, ...ZONES]}
              onChange={(event) => onChange({ ...calendar, timezone: event.currentTarget.value })}
            />
          </div>
          {hours.to < hours.from && <p className="hint">{t('automation.editor.overnight')}</p>}
          <Caution isSmall>{notes.cautionOf('hours')}</Caution>
        </>
      )}
      <Switch
        label={t('automation.editor.dates')}
        checked={dates !== null}
        onChange={(event) =>
          onChange({ ...calendar, dates: event.currentTarget.checked ? { from: null, to: null } : null })
        }
      />
      {dates && (
        <>
          <div className={classes.pair}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={t(`automation.editor.date-${end}`)}
                value={dates[end] ?? ''}
                onChange={(event) =>
                  onChange({ ...calendar, dates: { ...dates, [end]: event.currentTarget.value || null } })
                }
              />
            ))}
          </div>
          <Caution isSmall>{notes.cautionOf('dates')}</Caution>
        </>
      )}
    </div>
  );
}
