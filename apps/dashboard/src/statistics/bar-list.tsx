import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import classes from './bar-list.module.css';
import { ChartCard } from './chart-card.tsx';

interface BarListProps {
  title: string;
  sentence?: string;
  /** What is counted. */
  unit: string;
  lines: readonly { readonly name: string; readonly detail?: string; readonly count: number }[];
  mayExport: boolean;
}

/** What there was most of, with bars behind the names. */
export function BarList({ title, sentence, unit, lines, mayExport }: BarListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...lines.map(({ count }) => count));
  const table = {
    head: [title, unit],
    rows: lines.map(({ name, detail, count }) => [detail ?? name, String(count)]),
  };
  return (
    <ChartCard title={title} {...(sentence && { sentence })} table={table} mayExport={mayExport}>
      {lines.length === 0 && <p className="hint">{t('statistics.nothing')}</p>}
      <ol className={classes.list}>
        {lines.map(({ name, detail, count }) => (
          <li key={detail ?? name} title={detail}>
            <i style={{ width: `${(count / most) * 100}%` }} aria-hidden="true" />
            <span>{name}</span>
            <b>{format.number(count)}</b>
          </li>
        ))}
      </ol>
    </ChartCard>
  );
}
