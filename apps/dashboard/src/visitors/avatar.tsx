import type { CSSProperties } from 'react';
import { Icon } from '../ui/icon.tsx';
import { AVATAR_LOOKS, avatarLook, initials } from './avatar-look.ts';
import classes from './cells.module.css';

interface AvatarProps {
  id: string;
  name: string | null;
  size?: number;
}

/** A face for a person without a photo: initials, or a silhouette, in a colour that stays theirs. */
export function Avatar({ id, name, size = 36 }: AvatarProps) {
  const hue = Math.round((avatarLook(id) * 360) / AVATAR_LOOKS);
  const letters = name ? initials(name) : '';
  return (
    <span
      className={classes.avatar}
      style={{ '--hue': hue, width: size, height: size } as CSSProperties}
      aria-hidden="true"
    >
      {letters || <Icon name="account" size={Math.round(size * 0.55)} />}
    </span>
  );
}
