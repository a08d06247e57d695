import type { Density } from '@vetrina/protocol/http/preferences';
import type { VisitorId } from '@vetrina/protocol/ids';
import type { ListSort } from '@vetrina/protocol/messages/list-shape';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { type CSSProperties, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDensity } from '../ui/use-density.ts';
import type { ColumnId, GridWidths } from './column-set.ts';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import { visibleRows } from './row-scale.ts';
import { useListFocus } from './use-list-focus.ts';
import { useRowScroll } from './use-row-scroll.ts';
import type { VisitorSwipes } from './use-visitor-swipes.ts';
import classes from './visitor-grid.module.css';

export interface VisitorGridProps {
  gridBox: RefObject<HTMLDivElement | null>;
  rows: readonly VisitorRow[];
  /** Index of the first of `rows` in the list. */
  offset: number;
  /** Rows to draw; null: not known yet. */
  total: number | null;
  /** How many match now: more or fewer than are drawn while the rows are held (V10). */
  matching: number | null;
  isLive: boolean;
  /** Changes when another list is shown: the screen goes to its top. */
  listKey: string;
  columns: readonly ColumnId[];
  widths: GridWidths;
  sort: ListSort;
  selected: VisitorId | null;
  isCompact: boolean;
  onSort: (column: ColumnId) => void;
  swipes: VisitorSwipes | null;
  onOpen: (visitor: VisitorId) => void;
  onScrolled: (first: number, last: number) => void;
  onShown: (rows: number) => void;
  onFocusInside: (is: boolean) => void;
}

/** px of a row: at a desk one or two lines, on a phone always two. */
const ROW: Readonly<Record<Density, number>> = { comfortable: 56, compact: 36 };
const PHONE_ROW: Readonly<Record<Density, number>> = { comfortable: 68, compact: 56 };
const HEADER = 40;
/** Rows drawn beyond each edge of the screen. */
const BEYOND = 6;
/** Rows shown as grey bars before the first answer. */
const SKELETONS = 12;

export function VisitorGrid(props: VisitorGridProps) {
  const { gridBox, total, isCompact, columns, widths, listKey, onScrolled, onShown } = props;
  const { t } = useTranslation();
  const count = total ?? SKELETONS;
  const rowHeight = (isCompact ? PHONE_ROW : ROW)[useDensity()];
  const scroll = useRowScroll(gridBox, count, rowHeight, isCompact ? 0 : HEADER);
  const { first, last } = visibleRows(scroll.space, scroll.place.top);
  const focus = useListFocus({ ...props, count, scroll });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top
  useEffect(() => scroll.scrollTo(0), [listKey, scroll.scrollTo]);
  useEffect(() => {
    if (total !== null) onScrolled(first, last);
    onShown(total === null ? 0 : last - first);
  }, [first, last, total, onScrolled, onShown]);

  return (
    <div
      ref={gridBox}
      className={classes.scroller}
      data-compact={isCompact || undefined}
      data-stale={(!props.isLive && total !== null) || undefined}
    >
      <div
        role="grid"
        aria-label={t('visitors.title')}
        aria-rowcount={(props.matching ?? count) + 1}
        aria-colcount={isCompact ? undefined : columns.length}
        aria-busy={!props.isLive}
        className={classes.grid}
        style={
          {
            '--columns': widths.template,
            '--row-height': `${rowHeight}px`,
            minWidth: isCompact ? undefined : widths.minWidth + 32,
          } as CSSProperties
        }
        onKeyDown={focus.onKeyDown}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
      >
        <GridHeader columns={columns} sort={props.sort} isCompact={isCompact} onSort={props.onSort} />
        <div role="rowgroup" className={classes.rows} style={{ height: scroll.height }}>
          {drawnRows(first, last, count, focus.active).map((index) => {
            const row = props.rows[index - props.offset];
            return (
              <GridRow
                key={row?.id ?? `gap ${index}`}
                index={index}
                y={index * scroll.space.rowHeight - scroll.place.shift}
                row={row}
                columns={columns}
                isCompact={isCompact}
                isActive={index === focus.active}
                isSelected={row !== undefined && row.id === props.selected}
                swipes={props.swipes}
                onOpen={props.onOpen}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The rows on screen, some beyond, and the one that has or would take the focus, wherever it is. */
function drawnRows(first: number, last: number, count: number, active: number): number[] {
  const from = Math.max(0, first - BEYOND);
  const to = Math.min(count, last + BEYOND);
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (active < count && active < from) return [active, ...drawn];
  if (active < count && active >= to) return [...drawn, active];
  return drawn;
}
