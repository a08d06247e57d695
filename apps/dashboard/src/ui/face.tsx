import { ownPath } from '../api/own-path.ts';
import { Avatar } from '../visitors/avatar.tsx';
import classes from './face.module.css';

interface FaceProps {
  id: string;
  name: string;
  /** Address on this server; null: initials, in a colour that stays theirs. */
  photo: string | null;
  size?: number;
}

/** A colleague's photo, or initials. Decoration: the name stands beside it. */
export function Face({ id, name, photo, size = 36 }: FaceProps) {
  if (photo === null) return <Avatar id={id} name={name} size={size} />;
  return <img src={ownPath(photo)} alt="" width={size} height={size} className={classes.face} loading="lazy" />;
}
