import type { ReactNode } from 'react';
import classes from './conversation-dialogs.module.css';

export interface Choice {
  readonly key: string;
  readonly isOn: boolean;
  /** It cannot be put on now. */
  readonly isClosed?: boolean;
  readonly face: ReactNode;
  /** How it stands, or what it is. */
  readonly note: string;
  toggle(): void;
}

/**
 * Things that are put on a conversation and taken off by a press. While one is under way another press does nothing; the
 * buttons stay enabled, for a disabled one would lose the focus.
 */
export function CheckList({ choices, isBusy }: { choices: readonly Choice[]; isBusy: boolean }) {
  return (
    <ul className={classes.choices} aria-busy={isBusy}>
      {choices.map(({ key, isOn, isClosed = false, face, note, toggle }) => (
        <li key={key}>
          <button
            type="button"
            role="checkbox"
            aria-checked={isOn}
            className={classes.choice}
            data-chosen={isOn || undefined}
            disabled={isClosed}
            onClick={() => isBusy || toggle()}
          >
            {face}
            <small>{note}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
