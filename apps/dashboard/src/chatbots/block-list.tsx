import { Button } from '@mantine/core';
import type { FlowProblem } from '@vetrina/domain/chatbots/check-flow';
import { blockOf, exitsOf, targetOf } from '@vetrina/domain/chatbots/exits';
import { readingOrder } from '@vetrina/domain/chatbots/layout';
import type { FlowBlock } from '@vetrina/protocol/automation/flow';
import type { ChatbotStatistics } from '@vetrina/protocol/http/chatbots';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './block-list.module.css';
import { BLOCK_ICONS } from './block-looks.ts';
import { Inspector } from './inspector.tsx';
import { Preview } from './preview.tsx';
import { useBlockWords } from './use-block-words.ts';
import type { Editor } from './use-editor.ts';

interface BlockListProps {
  editor: Editor;
  problems: readonly FlowProblem[];
  counts: ChatbotStatistics | undefined;
  active: FlowBlockId | null;
  /** There is no panel beside it: a block opens in front. */
  isPhone: boolean;
}

/** The same flow as a list, in the order in which a visitor comes to its blocks. */
export function BlockList({ editor, problems, counts, active, isPhone }: BlockListProps) {
  const { t } = useTranslation();
  const [isPlaying, setPlaying] = useState(false);
  const { flow, chosen, choose } = editor;
  return (
    <div className={classes.page}>
      {isPhone && (
        <div className={classes.head}>
          <p>{t('chatbots.listView.phone')}</p>
          <Button size="sm" variant="default" leftSection={<Icon name="play" />} onClick={() => setPlaying(true)}>
            {t('chatbots.side.preview')}
          </Button>
        </div>
      )}
      {flow.blocks.length === 0 && <p className={classes.empty}>{t('chatbots.canvas.empty')}</p>}
      <ol className={classes.list} aria-label={t('chatbots.listView.title')}>
        {readingOrder(flow).map((block) => (
          <BlockItem
            key={block.id}
            block={block}
            editor={editor}
            problems={problems.filter((problem) => problem.block === block.id).length}
            counts={counts?.blocks.find((one) => one.block === block.id)}
            isActive={active === block.id}
          />
        ))}
      </ol>
      <Dialog title={t('chatbots.side.block')} isOpen={isPhone && chosen.length === 1} onClose={() => choose([])}>
        <Inspector editor={editor} problems={problems} />
      </Dialog>
      <Dialog title={t('chatbots.side.preview')} isOpen={isPlaying} onClose={() => setPlaying(false)}>
        <div className={classes.preview}>
          <Preview flow={flow} mayCall={editor.mayEdit} onActive={() => undefined} />
        </div>
      </Dialog>
    </div>
  );
}

interface BlockItemProps {
  block: FlowBlock;
  editor: Editor;
  problems: number;
  counts: ChatbotStatistics['blocks'][number] | undefined;
  isActive: boolean;
}

function BlockItem({ block, editor: { flow, chosen, choose }, problems, counts, isActive }: BlockItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useBlockWords();
  const leads = exitsOf(block).map((exit) => {
    const target = blockOf(flow, targetOf(flow, block.id, exit));
    const times = counts?.exits.find((one) => one.exit === exit)?.times;
    return { exit, target, times };
  });
  return (
    <li data-chosen={chosen.includes(block.id) || undefined} data-active={isActive || undefined}>
      <button type="button" className={classes.entry} data-kind={block.kind} onClick={() => choose([block.id])}>
        <Icon name={BLOCK_ICONS[block.kind]} />
        <span>
          <strong>{t(`chatbots.kinds.${block.kind}`)}</strong>
          {flow.start === block.id && <em>{t('chatbots.canvas.start')}</em>}
          {problems > 0 && <em data-bad>{t('chatbots.canvas.problems', { count: problems })}</em>}
          {counts && <em>{t('chatbots.counts.entered', { number: format.number(counts.entered) })}</em>}
          <span>{words.gist(block).trim() || t('chatbots.canvas.nothingYet')}</span>
        </span>
      </button>
      {leads.length > 0 && (
        <ul>
          {leads.map(({ exit, target, times }) => (
            <li key={exit}>
              <span>{words.exit(block, exit)}</span>
              <Icon name="forward" size={14} />
              {target ? (
                <button type="button" onClick={() => choose([target.id])}>
                  {words.name(target)}
                </button>
              ) : (
                <em data-bad>{t('chatbots.fields.leadsNowhere')}</em>
              )}
              {times !== undefined && <small>{format.number(times)}</small>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
