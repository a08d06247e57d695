import { NativeSelect } from '@mantine/core';
import { connect, disconnect } from '@vetrina/domain/chatbots/edit-flow';
import { exitsOf, targetOf } from '@vetrina/domain/chatbots/exits';
import { BLOCK_KINDS, type BlockKind, type Exit, type FlowBlock } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { freshBlockId } from './fresh-ids.ts';
import classes from './inspector.module.css';
import { newBlock } from './new-block.ts';
import { addAfter, placeAfter } from './place-block.ts';
import { useBlockWords } from './use-block-words.ts';
import type { Editor } from './use-editor.ts';

const NEW = 'new ';

/** Where each exit leads: to a block there is, or to a new one. */
export function ExitFields({ block, editor }: { block: FlowBlock; editor: Editor }) {
  const { t } = useTranslation();
  const words = useBlockWords();
  const { flow } = editor;
  const exits = exitsOf(block);
  if (exits.length === 0) return null;
  const others = flow.blocks.filter(({ id }) => id !== block.id);
  const lead = (exit: Exit, value: string): void => {
    if (!value.startsWith(NEW)) {
      const to = value as FlowBlockId | '';
      editor.edit((now) => (to === '' ? disconnect(now, block.id, exit) : connect(now, block.id, exit, to)));
      return;
    }
    const made = newBlock(value.slice(NEW.length) as BlockKind, freshBlockId(), placeAfter(flow, block.id));
    editor.edit((now) => addAfter(now, made, block.id, exit));
    editor.choose([made.id]);
  };
  return (
    <fieldset className={classes.group} disabled={!editor.mayEdit}>
      <legend>{t('chatbots.fields.exits')}</legend>
      {exits.map((exit) => {
        const target = targetOf(flow, block.id, exit) ?? '';
        return (
          <NativeSelect
            key={exit}
            label={words.exit(block, exit)}
            error={target === '' ? t('chatbots.fields.leadsNowhere') : undefined}
            value={target}
            data={[
              { value: '', label: t('chatbots.fields.nowhere') },
              {
                group: t('chatbots.fields.toBlock'),
                items: others.map((other) => ({ value: other.id, label: words.name(other) })),
              },
              { value: block.id, label: t('chatbots.fields.toItself') },
              {
                group: t('chatbots.fields.toNew'),
                items: BLOCK_KINDS.map((kind) => ({ value: `${NEW}${kind}`, label: t(`chatbots.kinds.${kind}`) })),
              },
            ]}
            onChange={(event) => lead(exit, event.currentTarget.value)}
          />
        );
      })}
    </fieldset>
  );
}
