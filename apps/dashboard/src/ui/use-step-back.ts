import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { stepBackOverLayers } from './use-back-closes.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** This entry is a step from the one before it: closing it leads back there. */
    isStep?: true;
    /** V8: what this step shows begins with its composer open. */
    opensTalk?: true;
  }
}

/** For links and navigations to what is opened from a list and closed again. */
export const STEP = { isStep: true } as const;

/**
 * N5: closes what was opened as a step. Where the entry before is the one it was opened from, that is Back, so that Back does
 * not open it again; from a link that was sent, it is `otherwise`.
 */
export function useStepBack(): (otherwise: () => void) => void {
  const { history } = useRouter();
  return useCallback((otherwise) => (history.location.state.isStep ? stepBackOverLayers() : otherwise()), [history]);
}
