import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

interface MenuItemProps {
  icon: IconName;
  words: string;
  /** The menu goes before anything happens. */
  close: () => void;
  onPick: () => void;
}

/** A deed in a menu. */
export function MenuItem({ icon, words, close, onPick }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        close();
        onPick();
      }}
    >
      <Icon name={icon} />
      {words}
    </button>
  );
}
