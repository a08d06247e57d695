import { ActionIcon } from '@mantine/core';
import type { Ref } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { PopupButton } from './popup.tsx';

interface IconButtonProps extends Partial<PopupButton> {
  ref?: Ref<HTMLButtonElement>;
  icon: IconName;
  /** Edge length of the icon in px. */
  iconSize?: number;
  /** What it does: its name for who cannot see it. */
  label: string;
  /** The same, shown to who points at it. */
  hint?: string | undefined;
  size?: 'sm' | 'md' | 'lg';
  className?: string | undefined;
  disabled?: boolean;
  /** Of a choice that is on or off. */
  isPressed?: boolean | undefined;
  /** There is nothing to do now, but the focus may stay: a disabled button would lose it. */
  isIdle?: boolean;
  onClick?: () => void;
}

/** A button that is an icon. What opens a popup is given the popup's properties as well. */
export function IconButton({
  icon,
  iconSize = 18,
  label,
  hint,
  size = 'lg',
  isIdle = false,
  isPressed,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <ActionIcon
      {...rest}
      variant="subtle"
      color="gray"
      size={size}
      aria-label={label}
      aria-disabled={isIdle || undefined}
      aria-pressed={isPressed}
      data-disabled={isIdle}
      data-hint={hint}
      onClick={isIdle ? undefined : onClick}
    >
      <Icon name={icon} size={iconSize} />
    </ActionIcon>
  );
}
