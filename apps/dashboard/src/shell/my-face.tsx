import { initials } from '../visitors/avatar-look.ts';
import classes from './shell.module.css';

/** Oneself, with a dot that says whether one is online. */
export function MyFace({ name, isOnline }: { name: string; isOnline: boolean }) {
  return (
    <span className={classes.faceBox} data-online={isOnline || undefined} aria-hidden="true">
      <span className={classes.face}>{initials(name)}</span>
    </span>
  );
}
