import { Skeleton } from '@mantine/core';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { useTranslation } from 'react-i18next';
import { useKeyPlace } from '../shortcuts/use-shortcuts.tsx';
import { useFormat } from '../ui/use-format.ts';
import { EmptyList } from '../visitors/empty-list.tsx';
import { LIST_PANEL } from '../visitors/filter-tabs.tsx';
import { CountryTable } from './country-table.tsx';
import { type CountryFigure, queryFor } from './map-figures.ts';
import classes from './map-panel.module.css';
import { usePlaces } from './use-places.ts';
import { WorldDrawing } from './world-drawing.tsx';

interface MapPanelProps {
  filter: ListFilter;
  query: string;
  /** People whom another filter or search would show. */
  listed: number;
  onFilter: (filter: ListFilter) => void;
  onQuery: (query: string) => void;
  /** Shows the list of those whom this query finds. */
  onList: (query: string) => void;
}

/** D3: the same people as in the list, as places. */
export function MapPanel({ filter, query, listed, onFilter, onQuery, onList }: MapPanelProps) {
  const { t } = useTranslation();
  useKeyPlace('map');
  const { counts, isLive, figures, arrivals } = usePlaces({ filter, query });
  const summary = useSummary(figures, counts?.total ?? 0);
  const isEmpty = isLive && counts?.total === 0 && counts.totalIsFinal;
  const onCountry = (code: string): void => onList(queryFor(query, code));
  return (
    <div id={LIST_PANEL} role="tabpanel" aria-label={t(`visitors.filters.${filter}`)} className={classes.panel}>
      <WorldDrawing figures={figures} arrivals={arrivals} summary={summary} onCountry={onCountry} />
      <section className={classes.side} aria-label={t('desk.map.table')} aria-busy={counts === null}>
        {counts === null && <Waiting />}
        {isEmpty && <EmptyList listed={listed} filter={filter} query={query} onFilter={onFilter} onQuery={onQuery} />}
        {counts !== null && counts.total > 0 && (
          <CountryTable figures={figures} total={counts.total} unknown={counts.unknown} onCountry={onCountry} />
        )}
      </section>
    </div>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting}>
      {[70, 50, 60, 40].map((width) => (
        <Skeleton key={width} height={14} width={`${width}%`} />
      ))}
    </div>
  );
}

/** The picture in one sentence. */
function useSummary(figures: readonly CountryFigure[], total: number): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (figures.length === 0) return t('desk.map.nobody');
  const most = figures.slice(0, 3).map(({ code, count }) => `${format.country(code)} ${format.number(count)}`);
  return t('desk.map.summary', {
    ...{ count: figures.length, number: format.number(total), countries: format.number(figures.length) },
    most: format.list(most),
  });
}
