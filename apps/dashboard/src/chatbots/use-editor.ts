import { copyBlocks, pasteBlocks, removeBlocks } from '@vetrina/domain/chatbots/edit-flow';
import { beginHistory, type History, record, redo, undo } from '@vetrina/domain/chatbots/history';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type { NewChatbot } from '@vetrina/protocol/http/chatbots';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { useCallback, useMemo, useState } from 'react';
import { readClip, writeClip } from './clipboard.ts';
import { freshBlockId } from './fresh-ids.ts';

/** What is copied lands beside what it was copied from, px. */
const BESIDE = { x: 40, y: 40 };
const NONE: readonly FlowBlockId[] = [];

/** The flow as it is drawn, or the same as a list. */
export type EditorView = 'canvas' | 'list';

/** What the parts of the editor see of it, and do to it. */
export interface Editor {
  readonly flow: Flow;
  readonly name: string;
  readonly draft: NewChatbot;
  /** The blocks that are chosen. */
  readonly chosen: readonly FlowBlockId[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly mayEdit: boolean;
  /** `about`: changes about the same thing are undone together. */
  edit(change: (flow: Flow) => Flow, about?: string): void;
  rename(name: string): void;
  choose(ids: readonly FlowBlockId[]): void;
  undo(): void;
  redo(): void;
  remove(ids: readonly FlowBlockId[]): void;
  copy(): void;
  paste(): void;
  duplicate(): void;
  /** Begins anew with what is stored. */
  reset(draft: NewChatbot): void;
}

/** The draft on screen with its past, and what is chosen in it. Who may not edit changes nothing. */
export function useEditor(stored: NewChatbot, mayEdit: boolean): Editor {
  const [history, setHistory] = useState(() => beginHistory(stored));
  const [wanted, choose] = useState(NONE);
  const draft = history.present;
  const flow = draft.draft;
  const chosen = useMemo(() => wanted.filter((id) => flow.blocks.some((block) => block.id === id)), [wanted, flow]);

  const change = useCallback(
    (next: (history: History<NewChatbot>) => History<NewChatbot>) => {
      if (mayEdit) setHistory(next);
    },
    [mayEdit],
  );
  const edit = useCallback(
    (next: (flow: Flow) => Flow, about?: string) =>
      change((now) => {
        const edited = next(now.present.draft);
        return edited === now.present.draft ? now : record(now, { ...now.present, draft: edited }, about);
      }),
    [change],
  );
  const put = (clip: ReturnType<typeof copyBlocks>): void => {
    if (!mayEdit) return;
    const ids = clip.blocks.map(freshBlockId);
    edit((now) => pasteBlocks(now, clip, ids, BESIDE));
    choose(ids);
  };
  return {
    ...{ flow, name: draft.name, draft, chosen, mayEdit, edit, choose },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    rename: (name) => change((now) => record(now, { ...now.present, name }, 'name')),
    undo: () => change(undo),
    redo: () => change(redo),
    remove: (ids) => {
      edit((now) => removeBlocks(now, ids));
      choose(NONE);
    },
    copy: () => {
      if (chosen.length > 0) writeClip(copyBlocks(flow, chosen));
    },
    paste: () => {
      const clip = readClip();
      if (clip) put(clip);
    },
    duplicate: () => {
      if (chosen.length > 0) put(copyBlocks(flow, chosen));
    },
    reset: (fresh) => {
      setHistory(beginHistory(fresh));
      choose(NONE);
    },
  };
}
