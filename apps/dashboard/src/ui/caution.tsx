import type { ReactNode } from 'react';
import classes from './caution.module.css';
import { Icon } from './icon.tsx';

/** What follows from something that is allowed, and easily overlooked; `isSmall` beside a single field. Announced where it comes while one is at it. */
export function Caution({ children, isSmall = false }: { children: ReactNode; isSmall?: boolean }) {
  return (
    <div role="status" className={classes.slot}>
      {children && (
        <p className={classes.note} data-small={isSmall || undefined}>
          <Icon name="warning" size={isSmall ? 16 : 18} />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
