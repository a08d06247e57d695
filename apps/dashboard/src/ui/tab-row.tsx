import type { KeyboardEvent, ReactNode } from 'react';
import { useChosenInSight } from './use-chosen-in-sight.ts';

/** What the browser must know of a tab. */
export interface TabProps {
  type: 'button';
  role: 'tab';
  id: string;
  'aria-selected': boolean;
  'aria-controls': string;
  tabIndex: number;
  onClick: () => void;
}

interface TabRowProps<Name extends string> {
  label: string;
  className: string | undefined;
  names: readonly Name[];
  selected: Name;
  /** Id of the panel under the tabs; it is labelled by `tabId(panel, selected)`. */
  panel: string;
  /** False: the tabs get wider once more, because something in them is still on its way. */
  isFilled?: boolean;
  onSelect: (name: Name) => void;
  children: (name: Name, tab: TabProps) => ReactNode;
}

/** Tabs in a row: one of them is in the order of focus, the arrows, Home and End select the others. */
export function TabRow<Name extends string>(props: TabRowProps<Name>) {
  const { label, className, names, selected, panel, isFilled = true, onSelect, children } = props;
  const row = useChosenInSight<HTMLDivElement>(selected, isFilled);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = tabAfterKey(event.key, names.indexOf(selected), names.length);
    const name = next === null ? undefined : names[next];
    if (next === null || name === undefined) return;
    event.preventDefault();
    onSelect(name);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div ref={row} role="tablist" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {names.map((name) =>
        children(name, {
          type: 'button',
          role: 'tab',
          id: tabId(panel, name),
          'aria-selected': name === selected,
          'aria-controls': panel,
          tabIndex: name === selected ? 0 : -1,
          onClick: () => onSelect(name),
        }),
      )}
    </div>
  );
}

export function tabId(panel: string, name: string): string {
  return `${panel}-${name}`;
}

/** Where a key leads from the tab at `index`; null: it is none of ours. */
export function tabAfterKey(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
