import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import classes from './country-table.module.css';
import type { CountryFigure } from './map-figures.ts';

interface CountryTableProps {
  figures: readonly CountryFigure[];
  total: number;
  unknown: number;
  onCountry: (code: string) => void;
}

/** Who is where, in numbers: what the map draws, for eyes, keyboards and screen readers alike. */
export function CountryTable({ figures, total, unknown, onCountry }: CountryTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(unknown, figures[0]?.count ?? 0);
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('desk.map.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.map.country')}</th>
          <th scope="col">{t('desk.map.number')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('desk.map.share')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ code, count, share }) => (
          <tr key={code}>
            <th scope="row">
              <button type="button" className={classes.country} onClick={() => onCountry(code)}>
                <span className={classes.code} aria-hidden="true">
                  {code}
                </span>
                {format.country(code)}
              </button>
            </th>
            <td>{format.number(count)}</td>
            <ShareCell share={share} length={count / most} />
          </tr>
        ))}
        {unknown > 0 && (
          <tr>
            <th scope="row" className={classes.unknown}>
              {t('desk.map.unknown')}
            </th>
            <td>{format.number(unknown)}</td>
            <ShareCell share={total === 0 ? 0 : unknown / total} length={unknown / most} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** `length`: of the bar, beside the longest. */
function ShareCell({ share, length }: { share: number; length: number }) {
  const format = useFormat();
  return (
    <td className={classes.share}>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${Math.max(4, length * 100)}%` }} />
      </span>
      <span className="visually-hidden">{format.percent(share)}</span>
    </td>
  );
}
