import type { NewTag, Tag, TagEdit } from '@vetrina/protocol/http/conversations';
import type { TagId } from '@vetrina/protocol/ids';
import type { Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ToolStore } from './ports.ts';

export interface TagParts {
  readonly store: ToolStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'tag'>;
}

/** Any agent makes a tag, while tagging. @throws Refusal `name_taken` */
export async function addTag({ store, clock, ids }: TagParts, actor: Actor, wanted: NewTag): Promise<Tag> {
  return orRefuse(await store.addTag(actor.account, { ...trimmed(wanted), id: ids.tag(), at: clock.now() }));
}

/** @throws Refusal `forbidden`, `not_found`, `name_taken` */
export async function editTag({ store }: TagParts, actor: Actor, id: TagId, edit: TagEdit): Promise<Tag> {
  demandAdmin(actor);
  return orRefuse(await store.editTag(actor.account, id, trimmed(edit)));
}

/**
 * Conversations that carry it keep its id, which shows nothing any more: their past is not rewritten.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function removeTag({ store }: TagParts, actor: Actor, id: TagId): Promise<void> {
  demandAdmin(actor);
  if (!(await store.removeTag(actor.account, id))) throw new Refusal('not_found');
}

function demandAdmin(actor: Actor): void {
  if (actor.role === 'agent') throw new Refusal('forbidden');
}

const trimmed = <Edit extends TagEdit>(edit: Edit): Edit =>
  edit.name === undefined ? edit : { ...edit, name: edit.name.trim() };

function orRefuse(answer: Tag | 'name_taken' | null): Tag {
  if (answer === null) throw new Refusal('not_found');
  if (answer === 'name_taken') throw new Refusal('name_taken');
  return answer;
}
