import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { useCallback } from 'react';
import { STEP } from '../ui/use-step-back.ts';
import { useViews } from '../views/use-views.ts';
import { readView, type ViewChange, withAsks, withChanges, writeView } from './view-address.ts';

const route = getRouteApi('/signed-in/visitors');

/** Leads to a changed view. `talk`: with the composer open (V8), of this step only, not of the address. */
export type ChangeView = (changes: ViewChange & { readonly talk?: boolean }, how?: 'push' | 'replace') => void;

/** The view lives in the address, so that Back works and a link to it can be sent. */
export function useViewAddress(isPhone: boolean) {
  const address = readView(route.useSearch());
  const { views, isKnown } = useViews();
  const chosen = views.find(({ id }) => id === address.saved) ?? null;
  const asks = chosen?.asks ?? null;
  const view = withAsks(address, asks);
  const navigate = route.useNavigate();
  const { history } = useRouter();
  const opensOn: ListFilter = isPhone ? 'active' : 'all';
  const filter: ListFilter = view.filter ?? opensOn;
  const change: ChangeView = useCallback(
    ({ talk, ...changes }, how = 'push') => {
      // What was typed comes a moment later: it leads nobody back who is on the way elsewhere.
      if (how === 'replace' && history.location.pathname !== '/visitors') return;
      void navigate({
        search: (search: object) => writeView(withChanges(readView({ ...search }), asks, changes)),
        replace: how === 'replace',
        ...(changes.visitor && { state: talk ? { ...STEP, opensTalk: true } : STEP }),
      });
    },
    [history, navigate, asks],
  );
  return { view, filter, opensOn, chosen, isUnknown: address.saved !== null && isKnown && chosen === null, change };
}
