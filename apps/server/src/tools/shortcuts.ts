import { cheapestPlanAllowing, entitled, limitOf } from '@vetrina/domain/entitlements';
import type { Account } from '@vetrina/protocol/http/account';
import type { NewShortcut, Shortcut, ShortcutEdit } from '@vetrina/protocol/http/conversations';
import type { ShortcutId } from '@vetrina/protocol/ids';
import type { Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { demandFeature } from '../platform/demand-feature.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ToolStore } from './ports.ts';

export interface ShortcutParts {
  readonly store: ToolStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'shortcut'>;
}

/** Who asks, and what their plan has. */
export interface Asking {
  readonly actor: Actor;
  readonly account: Pick<Account, 'plan'>;
}

/**
 * What the agent can insert now: their own, oldest first and as many as the plan allows, and the team's where the plan has
 * them. What a smaller plan leaves out is kept, and comes back with a larger one.
 */
export async function shortcutsOf({ store }: ShortcutParts, asking: Asking): Promise<readonly Shortcut[]> {
  const { actor, account } = asking;
  const all = await store.shortcuts(actor.account, actor.agent);
  const own = all.filter(({ scope }) => scope === 'personal').slice(0, limitOf(account.plan, 'shortcuts'));
  return entitled(account.plan, 'team-shortcuts') ? [...own, ...all.filter(({ scope }) => scope === 'team')] : own;
}

/** @throws Refusal `plan_required`, `forbidden` (the team's are the admins'), `name_taken` */
export async function addShortcut(parts: ShortcutParts, asking: Asking, wanted: NewShortcut): Promise<Shortcut> {
  const { store, clock, ids } = parts;
  const { actor } = asking;
  if (wanted.scope === 'team') demandTeam(asking);
  else await demandRoom(parts, asking);
  const owner = wanted.scope === 'team' ? null : actor.agent;
  return orRefuse(await store.addShortcut(actor.account, owner, { ...wanted, id: ids.shortcut(), at: clock.now() }));
}

/** @throws Refusal `not_found` (also for a colleague's own), `plan_required`, `forbidden`, `name_taken` */
export async function editShortcut(
  parts: ShortcutParts,
  asking: Asking,
  id: ShortcutId,
  edit: ShortcutEdit,
): Promise<Shortcut> {
  await demandOwn(parts, asking, id);
  return orRefuse(await parts.store.editShortcut(asking.actor.account, id, edit));
}

/** @throws Refusal `not_found`, `plan_required`, `forbidden` */
export async function removeShortcut(parts: ShortcutParts, asking: Asking, id: ShortcutId): Promise<void> {
  await demandOwn(parts, asking, id);
  await parts.store.removeShortcut(asking.actor.account, id);
}

function demandTeam({ actor, account }: Asking): void {
  demandFeature(account.plan, 'team-shortcuts');
  if (actor.role === 'agent') throw new Refusal('forbidden');
}

async function demandRoom({ store }: ShortcutParts, { actor, account }: Asking): Promise<void> {
  const all = await store.shortcuts(actor.account, actor.agent);
  const wanted = all.filter(({ scope }) => scope === 'personal').length + 1;
  if (wanted <= limitOf(account.plan, 'shortcuts')) return;
  throw new Refusal('plan_required', { plan: cheapestPlanAllowing('shortcuts', wanted) ?? 'PRO' });
}

async function demandOwn({ store }: ShortcutParts, asking: Asking, id: ShortcutId): Promise<void> {
  const owner = await store.ownerOfShortcut(asking.actor.account, id);
  if (owner === null) demandTeam(asking);
  else if (owner !== asking.actor.agent) throw new Refusal('not_found');
}

function orRefuse(answer: Shortcut | 'name_taken' | null): Shortcut {
  if (answer === null) throw new Refusal('not_found');
  if (answer === 'name_taken') throw new Refusal('name_taken');
  return answer;
}
