import type { ReactNode } from 'react';
import classes from './figures-table.module.css';

interface FiguresTableProps {
  caption: string;
  head: readonly string[];
  rows: readonly { readonly key: string; readonly name: ReactNode; readonly cells: readonly string[] }[];
}

/** Names with their figures; on a phone each name is a card of its own. */
export function FiguresTable({ caption, head, rows }: FiguresTableProps) {
  const [first, ...others] = head;
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={others[column]} data-name={others[column]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
