import type { ReactNode } from 'react';
import classes from './caution.module.css';
import { Icon } from './icon.tsx';

/** What follows from something that is allowed, and easily overlooked. Announced where it comes while one is at it. */
export function Caution({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={classes.slot}>
      {children && (
        <p className={classes.note}>
          <Icon name="warning" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
