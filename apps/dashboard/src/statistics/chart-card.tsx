import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chart-card.module.css';
import { csvOf } from './csv.ts';

/** The same as a chart shows, as rows. The first cell of each is its name. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartCardProps {
  title: string;
  /** What can be read from it, in a sentence. */
  sentence?: string;
  /** What the colours mean. */
  keys?: readonly { readonly series: string; readonly name: string }[];
  table: ChartTable;
  /** It is no drawing but these very rows. */
  isRows?: boolean;
  /** P: the plan may take tables away with it. */
  mayExport: boolean;
  children: ReactNode;
}

/** A chart with its title, what it says in words, and the same as a table for reading out and copying. */
export function ChartCard({ title, sentence, keys, table, isRows = false, mayExport, children }: ChartCardProps) {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  const heading = useId();
  return (
    <section className={classes.card} aria-labelledby={heading}>
      <header className={classes.head}>
        <div>
          <h3 id={heading}>{title}</h3>
          {sentence && <p>{sentence}</p>}
        </div>
        {table.rows.length > 0 && (
          <div className={classes.tools}>
            {(isTable || isRows) && mayExport && (
              <Button variant="subtle" size="compact-sm" onClick={() => save(title, table)}>
                {t('statistics.csv')}
                <span className="visually-hidden"> ({title})</span>
              </Button>
            )}
            {!isRows && (
              <Button variant="subtle" size="compact-sm" onClick={() => setTable(!isTable)}>
                {t(isTable ? 'statistics.asChart' : 'statistics.asTable')}
                <span className="visually-hidden"> ({title})</span>
              </Button>
            )}
          </div>
        )}
      </header>
      {isTable ? <DataTable caption={title} table={table} /> : children}
      {!isTable && keys && (
        <ul className={classes.keys}>
          {keys.map(({ series, name }) => (
            <li key={series}>
              <i data-series={series} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DataTable({ caption, table: { head, rows } }: { caption: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div role="group" className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name, and rows keep their places
            <tr key={nth}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is told by its column
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Hands the table to the browser as a file; nothing is asked of the server. */
function save(title: string, { head, rows }: ChartTable): void {
  // The mark tells spreadsheets that it is UTF-8.
  const file = new Blob(['\ufeff', csvOf([head, ...rows])], { type: 'text/csv' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${title}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
