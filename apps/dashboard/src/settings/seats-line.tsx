import { useTranslation } from 'react-i18next';
import { Meter } from '../ui/meter.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { Seats as SeatCount } from './seats.ts';
import classes from './settings.module.css';

/** How many of the plan's seats are taken, and for how many there is none. */
export function Seats({ seats: { taken, without, invited, limit } }: { seats: SeatCount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = t('settings.team.seats', { count: limit, taken: format.number(taken), number: format.number(limit) });
  return (
    <div className={classes.seats}>
      <Meter value={taken} max={limit} label={words} />
      <span>
        {words}
        {without > 0 && ` ${t('settings.team.without', { count: without, number: format.number(without) })}`}
        {invited > 0 && ` ${t('settings.team.seatsInvited', { count: invited, number: format.number(invited) })}`}
      </span>
    </div>
  );
}
