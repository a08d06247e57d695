import type { JSX } from 'preact';

/** Lines on a square of 24, drawn for the box. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  more: 'M12 5v.5M12 11.75v.5M12 18.5v.5',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  smile: 'M12 3a9 9 0 100 18 9 9 0 000-18zM8.5 14.5c1 1.3 2.1 2 3.5 2s2.5-.7 3.5-2M9 9.5v.01M15 9.5v.01',
  clip: 'M20 11.5l-8.1 8.1a5 5 0 01-7.1-7.1l8.5-8.5a3.4 3.4 0 014.8 4.8l-8.5 8.5a1.7 1.7 0 01-2.4-2.4l7.8-7.8',
  file: 'M13.5 3H7a2 2 0 00-2 2v14a2 2 0 002 2h10a2 2 0 002-2V8.5zM13.5 3v5.5H19',
  sound: 'M11 5L6.5 9H3v6h3.5l4.5 4zM15 9a4 4 0 010 6M17.8 6.2a8 8 0 010 11.6',
  silent: 'M11 5L6.5 9H3v6h3.5l4.5 4zM16 9.5l5 5M21 9.5l-5 5',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  check: 'M4.5 12.5l5 5 10-11',
  checks: 'M2 12.5l5 5 9.5-11M12 17.5l10-11',
  clock: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2',
  alert: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 8v4.5M12 16v.01',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: whatever it stands on has a name of its own. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly class?: string;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  onPress(): void;
}

export function IconButton({ icon, label, onPress, expanded, disabled, ...rest }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`icon-button ${rest.class ?? ''}`}
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
