import type { VisitorId } from '@vetrina/protocol/ids';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { memo } from 'react';
import { Cell } from './cells.tsx';
import type { ColumnId } from './column-set.ts';
import { CompactCells } from './compact-cells.tsx';
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
  onOpen: (visitor: VisitorId) => void;
}

/** One person. Drawn again only when something about them changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, y, row, columns, isCompact, isActive, isSelected, onOpen } = props;
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
      {row && isCompact && <CompactCells row={row} />}
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
