import { type ReactNode, useState } from 'react';
import classes from './cells.module.css';

interface FreshProps {
  value: string | number;
  children: ReactNode;
}

/** Lights up softly when the value changes, not when the row scrolls into view. */
export function Fresh({ value, children }: FreshProps) {
  const [first] = useState(value);
  return (
    <span key={value} className={classes.fresh} data-fresh={value !== first || undefined}>
      {children}
    </span>
  );
}
