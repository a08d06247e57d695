import { Button } from '@mantine/core';
import type { FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import { startAt } from '@vetrina/domain/chatbots/edit-flow';
import { blockOf } from '@vetrina/domain/chatbots/exits';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { BlockFields } from './block-fields.tsx';
import { BLOCK_ICONS } from './block-looks.ts';
import { ExitFields } from './exit-fields.tsx';
import classes from './inspector.module.css';
import { ProblemList } from './problem-list.tsx';
import type { Editor } from './use-editor.ts';

/** What is chosen, in fields: one block, or what can be done with several. */
export function Inspector({ editor, problems }: { editor: Editor; problems: readonly FlowProblem[] }) {
  const { t } = useTranslation();
  const { flow, chosen, mayEdit } = editor;
  const block = chosen.length === 1 ? blockOf(flow, chosen[0] ?? null) : null;
  if (block === null && chosen.length === 0) return <p className="hint">{t('chatbots.inspector.nothing')}</p>;
  return (
    <div className={classes.inspector}>
      <h2 className={classes.title} data-kind={block?.kind}>
        {block && <Icon name={BLOCK_ICONS[block.kind]} />}
        {block ? t(`chatbots.kinds.${block.kind}`) : t('chatbots.inspector.several', { count: chosen.length })}
      </h2>
      {block && (
        <>
          <ProblemList editor={editor} problems={problems.filter((problem) => problem.block === block.id)} isHere />
          <BlockFields key={block.id} block={block} editor={editor} />
          <ExitFields block={block} editor={editor} />
        </>
      )}
      {mayEdit && (
        <div className={classes.deeds}>
          {block && flow.start !== block.id && (
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon name="play" size={16} />}
              onClick={() => editor.edit((now) => startAt(now, block.id))}
            >
              {t('chatbots.inspector.startHere')}
            </Button>
          )}
          <Button size="xs" variant="default" leftSection={<Icon name="copy" size={16} />} onClick={editor.duplicate}>
            {t('chatbots.inspector.duplicate')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="remove" size={16} />}
            onClick={() => editor.remove(chosen)}
          >
            {t('chatbots.inspector.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}
