import type { VisitorId } from '@vetrina/protocol/ids';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { askListAgain } from '../feed/ask-again.ts';
import { useAgentFeed } from '../feed/use-feed.tsx';
import { DeedNote, useDeedNote } from '../ui/deed-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { patience } from '../ui/patience.ts';
import { PullMark } from '../ui/pull-mark.tsx';
import { useFormat } from '../ui/use-format.ts';
import { usePull } from '../ui/use-pull.ts';
import { type ColumnId, gridTemplate } from './column-set.ts';
import { EmptyList } from './empty-list.tsx';
import { LIST_PANEL } from './filter-tabs.tsx';
import classes from './list-panel.module.css';
import type { Columns } from './use-columns.ts';
import { useListPresence } from './use-list-presence.ts';
import type { VisitorList } from './use-visitor-list.ts';
import { useVisitorSwipes } from './use-visitor-swipes.ts';
import type { ViewAddress } from './view-address.ts';
import { VisitorGrid } from './visitor-grid.tsx';

interface ListPanelProps {
  list: VisitorList;
  view: ViewAddress;
  filter: ListFilter;
  isPhone: boolean;
  columns: Columns;
  gridBox: RefObject<HTMLDivElement | null>;
  onSort: (column: ColumnId) => void;
  onOpen: (visitor: VisitorId) => void;
  /** V8: opens somebody's card with the composer. */
  onTalk: (visitor: VisitorId) => void;
  onShown: (rows: number) => void;
  onFilter: (filter: ListFilter) => void;
  onQuery: (query: string) => void;
}

/** What the tabs and the search box lead to: the rows, or why there are none. */
export function ListPanel(props: ListPanelProps) {
  const { list, view, filter, isPhone, columns, gridBox } = props;
  const { t } = useTranslation();
  const isEmpty = list.isLive && list.window?.total === 0 && list.window.totalIsFinal;
  const { onFocusInside, pointer } = useListPresence(list.setHolding);
  const notes = useDeedNote();
  const swipes = useVisitorSwipes(isPhone, notes, props.onTalk);
  const pull = useListPull(gridBox, isPhone, list.apply);
  return (
    // Around the pill too: it may appear right under the pointer that holds the rows.
    <div
      id={LIST_PANEL}
      role="tabpanel"
      aria-label={t(`visitors.filters.${filter}`)}
      className={classes.panel}
      {...pointer}
    >
      <PullMark state={pull} />
      <ChangesPill waiting={list.waiting} onApply={list.apply} />
      <VisitorGrid
        gridBox={gridBox}
        rows={list.rows}
        offset={list.window?.offset ?? 0}
        matching={list.window?.total ?? null}
        total={list.drawn}
        isLive={list.isLive}
        listKey={`${filter} ${view.query} ${view.sort.column} ${view.sort.direction}`}
        columns={columns.shown}
        widths={gridTemplate(columns.shown, columns.seen)}
        sort={view.sort}
        selected={view.visitor}
        isCompact={isPhone}
        swipes={swipes}
        onSort={props.onSort}
        onOpen={props.onOpen}
        onScrolled={list.scrolled}
        onShown={props.onShown}
        onFocusInside={onFocusInside}
      />
      {isEmpty && (
        <EmptyList
          listed={list.window?.counts.all ?? 0}
          filter={filter}
          query={view.query}
          onFilter={props.onFilter}
          onQuery={props.onQuery}
        />
      )}
      <DeedNote notes={notes} />
    </div>
  );
}

/** N7: on a phone, pulled down at its top, the list is asked for again; what was held goes through. */
function useListPull(gridBox: ListPanelProps['gridBox'], isPhone: boolean, apply: () => void) {
  const feed = useAgentFeed();
  return usePull(gridBox, isPhone, async () => {
    const isFresh = feed !== null && (await askListAgain(feed, patience()));
    apply();
    return isFresh;
  });
}

/** V10: rows do not jump under the pointer; this lets them. */
function ChangesPill({ waiting, onApply }: { waiting: number; onApply: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (waiting === 0) return null;
  return (
    <div className={classes.pillPlace}>
      <button type="button" className={classes.pill} onClick={onApply}>
        <Icon name="up" size={16} />
        {t('visitors.changes', { count: waiting, number: format.number(waiting) })}
      </button>
    </div>
  );
}
