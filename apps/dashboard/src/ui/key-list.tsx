import { Kbd } from '@mantine/core';
import { Dialog } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import classes from './meanings.module.css';

interface KeyListProps {
  title: string;
  /** Which keys do it, and what it is. */
  keys: readonly (readonly [keys: readonly string[], does: string])[];
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

/** The keys of a screen, behind a button (and, on every screen that has them, behind `?`). */
export function KeyList({ title, keys, isOpen, setOpen }: KeyListProps) {
  return (
    <>
      <IconButton icon="keyboard" label={title} hint={title} onClick={() => setOpen(true)} />
      <Dialog title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className={classes.list}>
          {keys.map(([pressed, does]) => (
            <div key={does} className={classes.item}>
              <dt>
                {pressed.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
