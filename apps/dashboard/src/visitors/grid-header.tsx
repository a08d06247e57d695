import type { ListSort } from '@vetrina/protocol/messages/list-shape';
import { Icon } from '../ui/icon.tsx';
import type { ColumnId } from './column-set.ts';
import { useColumnName } from './use-column-name.ts';
import classes from './visitor-grid.module.css';

interface GridHeaderProps {
  columns: readonly ColumnId[];
  sort: ListSort;
  isCompact: boolean;
  onSort: (column: ColumnId) => void;
}

/** Names of the columns; pressing one sorts by it. A phone keeps them for screen readers only. */
export function GridHeader({ columns, sort, isCompact, onSort }: GridHeaderProps) {
  const nameOf = useColumnName();
  return (
    <div role="rowgroup" className={isCompact ? 'visually-hidden' : classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {columns.map((column) => {
          const direction = sort.column === column ? sort.direction : 'none';
          return (
            <div key={column} role="columnheader" aria-sort={direction} className={classes.headCell}>
              <button
                type="button"
                tabIndex={isCompact ? -1 : 0}
                className={classes.sort}
                onClick={() => onSort(column)}
              >
                <span>{nameOf(column)}</span>
                {direction !== 'none' && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={14} />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
