import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { queries } from '../api/queries.ts';
import { drafts } from './draft-store.ts';

/** A text that is still there when its agent comes back to it. `to`: what it is about. */
export function useDraft(to: string): readonly [string, (text: string) => void] {
  const me = useQuery(queries.session).data?.agent.id ?? '';
  const of = `${me} ${to}`;
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
