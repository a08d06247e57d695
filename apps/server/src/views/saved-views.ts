import { mayChangeView, seesView } from '@vetrina/domain/saved-view';
import { type NewView, type SavedView, SILENT_VIEW, type ViewAlert, type ViewEdit } from '@vetrina/protocol/http/views';
import type { AccountId, AgentId, ViewId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { StoredView, ViewStore } from './ports.ts';
import type { ViewBook } from './view-book.ts';

export interface SavedViewParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'view'>;
  readonly store: ViewStore;
  readonly book: ViewBook;
}

const ROOM = { own: LIMITS.ownViews, shared: LIMITS.sharedViews };

/** SV2: the agent's own and the team's, in the order of the agent's sidebar. */
export async function viewsOf({ book }: Pick<SavedViewParts, 'book'>, actor: Actor): Promise<SavedView[]> {
  await book.ready(actor.account);
  const { views, choices } = book.of(actor.account);
  const mine = new Map(choices.filter(({ agent }) => agent === actor.agent).map((choice) => [choice.view, choice]));
  const placeOf = ({ id }: StoredView) => mine.get(id)?.position ?? Number.POSITIVE_INFINITY;
  return views
    .filter((view) => seesView(view, actor.agent))
    .map((view, age) => ({ view, age, place: placeOf(view) }))
    .sort((a, b) => (a.place === b.place ? a.age - b.age : a.place - b.place))
    .map(({ view }) => shown(view, mine.get(view.id)?.alert));
}

/** @throws Refusal `too_many_views` */
export async function addView(parts: SavedViewParts, actor: Actor, { draft, alert }: NewView): Promise<SavedView> {
  const { store, clock, ids } = parts;
  const wanted = { id: ids.view(), owner: actor.agent, draft, at: clock.now() };
  const added = await store.addView(actor.account, wanted, ROOM);
  if (added === 'too_many_views') throw new Refusal(added);
  if (alert.sound || alert.push) await store.chooseAlert(actor.account, actor.agent, added.id, alert);
  return changed(parts, actor, added.id);
}

/** @throws Refusal `not_found` (also for a colleague's own), `forbidden`, `changed_meanwhile`, `too_many_views` */
export async function editView(
  parts: SavedViewParts,
  actor: Actor,
  id: ViewId,
  { draft, changedAt }: ViewEdit,
): Promise<SavedView> {
  const view = await find(parts, actor, id);
  if (!mayChangeView(view, actor)) throw new Refusal('forbidden');
  // Taken back from the team, the account's becomes whose deed it is.
  const owner = draft.shared ? view.owner : (view.owner ?? actor.agent);
  const edited = await parts.store.editView(actor.account, id, { draft, owner, changedAt }, parts.clock.now(), ROOM);
  if (edited === null) throw new Refusal('not_found');
  if (edited === 'changed_meanwhile' || edited === 'too_many_views') throw new Refusal(edited);
  // Somebody else's that is not shared any more is out of the sight of whoever did it.
  await parts.book.readAgain(actor.account);
  return seesView(edited, actor.agent) ? find(parts, actor, id) : shown(edited, undefined);
}

/** @throws Refusal `not_found`, `forbidden` */
export async function removeView(parts: SavedViewParts, actor: Actor, id: ViewId): Promise<void> {
  const view = await find(parts, actor, id);
  if (!mayChangeView(view, actor)) throw new Refusal('forbidden');
  await parts.store.removeView(actor.account, id);
  await parts.book.readAgain(actor.account);
}

/** SV6: each agent for themselves. @throws Refusal `not_found` */
export async function chooseAlert(
  parts: SavedViewParts,
  actor: Actor,
  id: ViewId,
  alert: ViewAlert,
): Promise<SavedView> {
  await find(parts, actor, id);
  await parts.store.chooseAlert(actor.account, actor.agent, id, alert);
  return changed(parts, actor, id);
}

/** SV7: each agent for themselves. What is not theirs to see is passed over: it may just have been removed. */
export async function orderViews(parts: SavedViewParts, actor: Actor, wanted: readonly ViewId[]): Promise<SavedView[]> {
  const seen = new Set((await viewsOf(parts, actor)).map(({ id }) => id));
  const order = [...new Set(wanted)].filter((id) => seen.has(id));
  await parts.store.orderViews(actor.account, actor.agent, order);
  await parts.book.readAgain(actor.account);
  return viewsOf(parts, actor);
}

/** SV8: somebody does not work here any more. */
export async function forgetAgent(
  { store, book }: Pick<SavedViewParts, 'store' | 'book'>,
  account: AccountId,
  agent: AgentId,
): Promise<void> {
  await store.forgetAgent(account, agent);
  await book.readAgain(account);
}

async function changed(parts: SavedViewParts, actor: Actor, id: ViewId): Promise<SavedView> {
  await parts.book.readAgain(actor.account);
  return find(parts, actor, id);
}

async function find(parts: Pick<SavedViewParts, 'book'>, actor: Actor, id: ViewId): Promise<SavedView> {
  const view = (await viewsOf(parts, actor)).find((one) => one.id === id);
  if (view === undefined) throw new Refusal('not_found');
  return view;
}

function shown({ createdAt: _, ...view }: StoredView, alert: ViewAlert | undefined): SavedView {
  return { ...view, alert: alert ?? SILENT_VIEW };
}
