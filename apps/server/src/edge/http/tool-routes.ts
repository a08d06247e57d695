import { addShortcut, editShortcut, removeShortcut, type ShortcutParts, shortcutsOf } from '../../tools/shortcuts.ts';
import { addTag, editTag, removeTag, type TagParts } from '../../tools/tags.ts';
import type { Handlers } from './handlers.ts';

export type ToolRouteParts = ShortcutParts & TagParts;

type ToolRoute =
  | 'shortcuts'
  | 'addShortcut'
  | 'editShortcut'
  | 'removeShortcut'
  | 'tags'
  | 'addTag'
  | 'editTag'
  | 'removeTag';

/** Shortcuts and tags, spoken in HTTP. */
export function toolRoutes(parts: ToolRouteParts): Pick<Handlers, ToolRoute> {
  return {
    shortcuts: async ({ caller }) => [...(await shortcutsOf(parts, caller))],
    addShortcut: ({ caller, body }) => addShortcut(parts, caller, body),
    editShortcut: ({ caller, params, body }) => editShortcut(parts, caller, params.shortcut, body),
    async removeShortcut({ caller, params }) {
      await removeShortcut(parts, caller, params.shortcut);
    },
    tags: async ({ caller }) => [...(await parts.store.tags(caller.actor.account))],
    addTag: ({ caller, body }) => addTag(parts, caller.actor, body),
    editTag: ({ caller, params, body }) => editTag(parts, caller.actor, params.tag, body),
    async removeTag({ caller, params }) {
      await removeTag(parts, caller.actor, params.tag);
    },
  };
}
