import { useKeyPlace, useShortcuts } from '../shortcuts/use-shortcuts.tsx';
import type { Editor } from './use-editor.ts';

/** The keys of the editor, wherever the focus is but in a field. `removeChosen`: blocks or connections. */
export function useEditorKeys(editor: Editor, removeChosen: () => void): void {
  useKeyPlace('canvas');
  useShortcuts({
    remove: removeChosen,
    undo: editor.undo,
    redo: editor.redo,
    copy() {
      // Words that are marked on the page are copied as everywhere.
      if (editor.chosen.length === 0 || getSelection()?.isCollapsed === false) return false;
      return editor.copy();
    },
    paste: editor.paste,
    duplicate: editor.duplicate,
    all: () => editor.choose(editor.flow.blocks.map(({ id }) => id)),
  });
}
