import { SILENT_VIEW, type ViewDraft } from '@vetrina/protocol/http/views';
import type { Cast } from './authorisation-cast.ts';

/** A view of everyone on the basket's page, in the list's own order. */
export function aViewDraft(name: string, more: Partial<ViewDraft> = {}): ViewDraft {
  const asks = { filter: 'all', query: 'page:cart', sort: { column: 'status', direction: 'descending' } } as const;
  return { name, color: 'teal', shared: false, asks, ...more };
}

/** The parameter of one that the owner shares; those that were there before go, so that there are never too many. */
export async function aViewOf(cast: Cast) {
  for (const { id } of await cast.must('owner', 'views'))
    await cast.must('owner', 'removeView', { params: { view: id } });
  const body = { draft: aViewDraft('A secret view', { shared: true }), alert: SILENT_VIEW };
  return { view: (await cast.must('owner', 'addView', { body })).id as string };
}
