import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/is-typing.ts';
import type { Editor } from './use-editor.ts';

/** The keys of the editor, wherever the focus is but in a field. `removeChosen`: blocks or connections. */
export function useEditorKeys(editor: Editor, removeChosen: () => void): void {
  const latest = useRef({ editor, removeChosen });
  Object.assign(latest.current, { editor, removeChosen });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const deed = deedOf(event, latest.current.editor, latest.current.removeChosen);
      if (deed === null) return;
      event.preventDefault();
      deed();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function deedOf(event: KeyboardEvent, editor: Editor, removeChosen: () => void): (() => void) | null {
  if (event.key === 'Delete' || event.key === 'Backspace') return removeChosen;
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  switch (event.key.toLowerCase()) {
    case 'z':
      return event.shiftKey ? editor.redo : editor.undo;
    case 'y':
      return editor.redo;
    case 'c':
      // Words that are marked on the page are copied as everywhere.
      return editor.chosen.length > 0 && getSelection()?.isCollapsed !== false ? editor.copy : null;
    case 'v':
      return editor.paste;
    case 'd':
      return editor.duplicate;
    case 'a':
      return () => editor.choose(editor.flow.blocks.map(({ id }) => id));
    default:
      return null;
  }
}
