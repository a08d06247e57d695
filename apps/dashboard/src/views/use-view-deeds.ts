import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { mayChangeView } from '@vetrina/domain/saved-view';
import type { NewView, SavedView, ViewAlert, ViewDraft } from '@vetrina/protocol/http/views';
import { ApiError, call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChange } from '../api/use-change.ts';
import { viewQueries } from './view-queries.ts';

const VIEWS = viewQueries.views.queryKey;

/** SV2: may whoever is signed in change this view? */
export function useMayChange(): (view: SavedView | null) => boolean {
  const { data: session } = useQuery(queries.session);
  return (view) =>
    view !== null &&
    session !== undefined &&
    session !== null &&
    mayChangeView(view, { agent: session.agent.id, role: session.agent.role });
}

export function useAddView(onDone: (view: SavedView) => void) {
  return useChange((wanted: NewView) => call('addView', { body: wanted }), [VIEWS], onDone);
}

export interface ViewChanges {
  readonly view: SavedView;
  /** Absent: stays. */
  readonly draft?: ViewDraft;
  readonly alert?: ViewAlert;
}

/** Saves what is another about a view. Over a colleague's change the server refuses; what they made of it is then fetched. */
export function useEditView(onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ view: { id, changedAt }, draft, alert }: ViewChanges) => {
      if (draft !== undefined) await call('editView', { params: { view: id }, body: { draft, changedAt } });
      if (alert !== undefined) await call('alertOfView', { params: { view: id }, body: alert });
    },
    onError: (error) => {
      if (isOutdated(error)) void queryClient.invalidateQueries({ queryKey: VIEWS });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: VIEWS });
      onDone();
    },
  });
}

export const isOutdated = (error: unknown): boolean => error instanceof ApiError && error.code === 'changed_meanwhile';

export function useRemoveView(onDone: () => void) {
  return useChange((view: SavedView['id']) => call('removeView', { params: { view } }), [VIEWS], onDone);
}

/** SV7: the sidebar in another order. It stands so at once, and goes back if the server refuses. */
export function useOrderViews() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (views: readonly SavedView[]) => call('orderViews', { body: { views: views.map(({ id }) => id) } }),
    onMutate: async (views) => {
      await queryClient.cancelQueries({ queryKey: VIEWS });
      const before = queryClient.getQueryData(VIEWS);
      queryClient.setQueryData(VIEWS, [...views]);
      return before;
    },
    onError: (_error, _views, before) => queryClient.setQueryData(VIEWS, before),
    onSuccess: (views) => queryClient.setQueryData(VIEWS, views),
  });
}
