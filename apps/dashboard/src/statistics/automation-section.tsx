import { Link } from '@tanstack/react-router';
import { shareOf } from '@vetrina/domain/statistics/figures';
import type { Statistics } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { ChartCard } from './chart-card.tsx';
import { FiguresTable } from './figures-table.tsx';
import frame from './sections.module.css';

/** ST8: what automatic messages did in these days; each leads to its own results. */
export function AutomationSection({ found, mayExport }: { found: Statistics; mayExport: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('automation.messages');
  const head = [title, t('statistics.shown'), t('statistics.answered'), t('statistics.goals')];
  const ofShown = (count: number, shown: number): string => {
    const share = shareOf(count, shown);
    return share === null ? format.number(count) : `${format.number(count)} · ${format.percentWhole(share)}`;
  };
  const rows = found.rules.map(({ rule, name, shown, answered, goals }) => ({
    key: rule,
    name:
      name === null ? (
        t('statistics.removedRule')
      ) : (
        <Link to="/automation/messages/$rule/{-$part}" params={{ rule, part: 'results' }}>
          {name}
        </Link>
      ),
    cells: [format.number(shown), ofShown(answered, shown), ofShown(goals, shown)],
  }));
  const table = {
    head,
    rows: found.rules.map(({ name, shown, answered, goals }) => [
      name ?? t('statistics.removedRule'),
      ...[shown, answered, goals].map(String),
    ]),
  };
  return (
    <section className={frame.section} aria-labelledby="statistics-automation">
      <h2 id="statistics-automation">{t('automation.title')}</h2>
      <ChartCard title={title} table={table} isRows mayExport={mayExport}>
        {rows.length === 0 ? (
          <p className="hint">{t('statistics.nothing')}</p>
        ) : (
          <FiguresTable caption={title} head={head} rows={rows} />
        )}
      </ChartCard>
    </section>
  );
}
