import { BLOCK_KINDS, type BlockKind } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { BLOCK_ICONS } from './block-looks.ts';
import { freshBlockId } from './fresh-ids.ts';
import { newBlock } from './new-block.ts';
import classes from './palette.module.css';
import { addAfter, placeAfter } from './place-block.ts';
import type { Editor } from './use-editor.ts';

/** What a dragged block is called while it is dragged. */
export const DRAGGED_KIND = 'application/x-vetrina-block';

/** Adds a block behind the chosen one, and chooses it. */
export function useAddBlock(editor: Editor): (kind: BlockKind) => void {
  return (kind) => {
    const after = editor.chosen.length === 1 ? (editor.chosen[0] ?? null) : null;
    const block = newBlock(kind, freshBlockId(), placeAfter(editor.flow, after));
    editor.edit((flow) => addAfter(flow, block, after));
    editor.choose([block.id]);
  };
}

/** The kinds of blocks: pressed, they are added; dragged, they land where they are dropped. */
export function Palette({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const add = useAddBlock(editor);
  const isFull = editor.flow.blocks.length >= LIMITS.botBlocks;
  return (
    <nav className={classes.palette} aria-label={t('chatbots.palette.title')}>
      <h2>{t('chatbots.palette.title')}</h2>
      <ul>
        {BLOCK_KINDS.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              draggable={!isFull}
              disabled={isFull}
              className={classes.block}
              data-kind={kind}
              data-hint={t(`chatbots.leads.${kind}`)}
              onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED_KIND, kind);
                event.dataTransfer.effectAllowed = 'copy';
              }}
              onClick={() => add(kind)}
            >
              <Icon name={BLOCK_ICONS[kind]} />
              {t(`chatbots.kinds.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
      <p>{isFull ? t('chatbots.palette.full', { count: LIMITS.botBlocks }) : t('chatbots.palette.how')}</p>
    </nav>
  );
}
