import type { ViewDraft } from '@vetrina/protocol/http/views';

/** A view of everyone on the basket's page, in the list's own order. */
export function aViewDraft(name: string, more: Partial<ViewDraft> = {}): ViewDraft {
  const asks = { filter: 'all', query: 'page:cart', sort: { column: 'status', direction: 'descending' } } as const;
  return { name, color: 'teal', shared: false, asks, ...more };
}
