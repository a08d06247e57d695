import type { VisitorId } from '@vetrina/protocol/ids';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { memo } from 'react';
import { SwipeRow } from '../ui/swipe-row.tsx';
import { Cell } from './cells.tsx';
import type { ColumnId } from './column-set.ts';
import { CompactCells } from './compact-cells.tsx';
import type { VisitorSwipes } from './use-visitor-swipes.ts';
import classes from './visitor-grid.module.css';

interface GridRowProps {
  index: number;
  /** Place from the top of the rows, px. */
  y: number;
  /** Absent while this part of the list is on its way. */
  row: VisitorRow | undefined;
  columns: readonly ColumnId[];
  isCompact: boolean;
  isActive: boolean;
  isSelected: boolean;
  /** N6: what pulling it aside does; null: it lies still. */
  swipes: VisitorSwipes | null;
  onOpen: (visitor: VisitorId) => void;
}

/** One person. Drawn again only when something about them changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, y, row, columns, isCompact, isActive, isSelected, swipes, onOpen } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of all its rows
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      data-status={row?.status}
      className={classes.row}
      style={{ transform: `translateY(${y}px)` }}
      onClick={row && (() => onOpen(row.id))}
    >
      {row === undefined && <Bones count={isCompact ? 1 : columns.length} />}
      {row && isCompact && swipes && (
        <SwipeRow {...swipes(row)}>
          <CompactCells row={row} />
        </SwipeRow>
      )}
      {row && isCompact && !swipes && <CompactCells row={row} />}
      {row && !isCompact && columns.map((column) => <Cell key={column} column={column} row={row} />)}
    </div>
  );
});

/** Grey bars where a row will be. */
function Bones({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
    <div key={index} role="gridcell" className={classes.cell}>
      <span className={classes.bone} />
    </div>
  ));
}
