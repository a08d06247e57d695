import { wallClock } from '@vetrina/domain/wall-clock';
import type { OfficeHours } from '@vetrina/protocol/http/box';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { doorAt } from './hours-editing.ts';
import classes from './settings.module.css';

/** "Open now, until 17:00" or "Closed, opens Monday at 9:00", on the office's own clock. */
export function DoorLine({ hours }: { hours: OfficeHours }) {
  const now = useNow();
  const words = useDoorWords(hours, now);
  const { is } = doorOf(hours, now);
  const isOpen = is === 'open' || is === 'always-open';
  return (
    <p role="status" className={classes.door} data-open={isOpen || undefined}>
      <Icon name={isOpen ? 'active' : 'inactive'} size={16} />
      {words}
    </p>
  );
}

function doorOf(hours: OfficeHours, now: number) {
  const { day, minute } = wallClock(hours.timezone, now);
  return doorAt(hours.days, day, minute);
}

function useDoorWords(hours: OfficeHours, now: number): string {
  const { t } = useTranslation();
  const format = useFormat();
  const door = doorOf(hours, now);
  switch (door.is) {
    case 'open':
      return t('settings.hours.openUntil', { time: format.timeOfDay(door.until) });
    case 'always-open':
      return t('settings.hours.alwaysOpen');
    case 'never-open':
      return t('settings.hours.neverOpen');
    case 'closed': {
      const time = format.timeOfDay(door.opens);
      if (door.daysAhead === 0) return t('settings.hours.opensToday', { time });
      if (door.daysAhead === 1) return t('settings.hours.opensTomorrow', { time });
      return t('settings.hours.opensOn', { day: format.weekday(door.day), time });
    }
  }
}
