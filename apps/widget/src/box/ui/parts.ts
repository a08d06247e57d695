import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BoxActions } from '../box-actions.ts';
import type { PageBox } from '../box-settings.ts';

/** What every component may need and what never changes while the box lives. */
export interface BoxParts {
  readonly actions: BoxActions;
  readonly box: PageBox;
  /** An address of the server in full, to be shown on a page of another origin. */
  address(path: string): string;
  /** This browser's clock, ms since 1970. */
  clock(): number;
  readonly window: Window & typeof globalThis;
}

export const PartsContext = createContext<BoxParts | null>(null);

export function useParts(): BoxParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('no box around this component');
  return parts;
}
