import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import classes from './heat-map.module.css';

const HOURS = 24;
const DAYS = 7;
/** So many shades of one colour can be told apart. */
const SHADES = 6;
const NAMED = [0, 6, 12, 18];

/** The week as hours: the darker, the more. The arrows walk over it as over a sheet. */
export function HeatMap({ label, hours }: { label: string; hours: readonly number[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pointed, setPointed] = useState<number | null>(null);
  const most = Math.max(1, ...hours);
  const busiest = hours.indexOf(Math.max(...hours));
  const at = pointed ?? busiest;
  const words = (hour: number): string =>
    t('statistics.hourOf', {
      day: format.weekday(Math.floor(hour / HOURS)),
      time: format.timeOfDay((hour % HOURS) * 60),
      count: hours[hour] ?? 0,
      number: format.number(hours[hour] ?? 0),
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: HOURS, ArrowUp: -HOURS }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setPointed(Math.max(0, Math.min(HOURS * DAYS - 1, at + step)));
  };
  return (
    <div className={classes.map}>
      <div
        className={classes.grid}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={HOURS * DAYS - 1}
        aria-valuenow={at}
        aria-valuetext={words(at)}
        onKeyDown={onKeyDown}
        onBlur={() => setPointed(null)}
        onPointerLeave={() => setPointed(null)}
      >
        {Array.from({ length: DAYS }, (_, day) => (
          <div key={format.weekday(day)} className={classes.row} aria-hidden="true">
            <span>{format.weekdayShort(day)}</span>
            {hours.slice(day * HOURS, (day + 1) * HOURS).map((count, hour) => (
              <i
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                key={hour}
                data-shade={count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * SHADES))}
                data-pointed={pointed === day * HOURS + hour || undefined}
                onPointerEnter={() => setPointed(day * HOURS + hour)}
              />
            ))}
          </div>
        ))}
        <div className={classes.row} aria-hidden="true">
          <span />
          {NAMED.map((hour) => (
            <span key={hour} className={classes.hour}>
              {format.timeOfDay(hour * 60)}
            </span>
          ))}
        </div>
      </div>
      <p className={classes.readOut} aria-hidden="true">
        {words(at)}
      </p>
    </div>
  );
}
