import { Kbd } from '@mantine/core';
import { keyCaps } from './key-press.ts';
import classes from './shortcut-sheet.module.css';

/** As the machine says it. */
export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** `g v` as G V, `mod+k` as Ctrl K. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className={classes.caps}>
      {keys
        .split(' ')
        .flatMap((press) => keyCaps(press, IS_MAC))
        .map((cap) => (
          <Kbd key={cap}>{cap}</Kbd>
        ))}
    </span>
  );
}
