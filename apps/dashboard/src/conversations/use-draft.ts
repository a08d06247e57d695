import { useCallback, useState } from 'react';
import { draftsIn } from './draft-store.ts';

const drafts = draftsIn(sessionStorage);

/** A text that is still there when somebody comes back to it. */
export function useDraft(of: string): readonly [string, (text: string) => void] {
  const [state, setState] = useState({ of, text: drafts.read(of) });
  const text = state.of === of ? state.text : drafts.read(of);
  const set = useCallback(
    (next: string) => {
      drafts.write(of, next);
      setState({ of, text: next });
    },
    [of],
  );
  return [text, set];
}
