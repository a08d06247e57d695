import type { ReactNode } from 'react';
import classes from './bar.module.css';

interface BarProps {
  tone: 'news' | 'warning';
  children: ReactNode;
}

/** A line above the screen, where it covers nothing: what there is to know, and a button for what can be done. */
export function Bar({ tone, children }: BarProps) {
  return (
    <div className={classes.bar} data-tone={tone}>
      {children}
    </div>
  );
}
