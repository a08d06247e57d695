import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { BLOCK_ICONS } from './block-looks.ts';
import classes from './block-node.module.css';
import type { BlockNode } from './canvas-parts.ts';

/** A block on the canvas: what it is, what it says, and its exits, each with the point from which a line is drawn. */
export const BlockNodeView = memo(function BlockNodeView({ data, selected, isConnectable }: NodeProps<BlockNode>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, gist, isStart, isActive, errors, warnings, exits, counts } = data;
  return (
    <div
      className={classes.block}
      data-kind={kind}
      data-selected={selected || undefined}
      data-active={isActive || undefined}
    >
      <Handle type="target" position={Position.Left} id="in" className={classes.entry} isConnectable={isConnectable} />
      <header>
        <Icon name={BLOCK_ICONS[kind]} size={16} />
        <strong>{t(`chatbots.kinds.${kind}`)}</strong>
        {isStart && <em className={classes.start}>{t('chatbots.canvas.start')}</em>}
        {errors + warnings > 0 && (
          <em className={classes.bad} data-warning={errors === 0 || undefined}>
            <Icon name="warning" size={14} label={t('chatbots.canvas.problems', { count: errors + warnings })} />
            {errors + warnings}
          </em>
        )}
      </header>
      <p data-empty={gist === '' || undefined}>{gist || t('chatbots.canvas.nothingYet')}</p>
      {counts && (
        <dl className={classes.counts}>
          <div>
            <dt>{t('chatbots.counts.came')}</dt>
            <dd>{format.number(counts.entered)}</dd>
          </div>
          <div>
            <dt>{t('chatbots.counts.ended')}</dt>
            <dd>{format.number(counts.ended)}</dd>
          </div>
        </dl>
      )}
      <ul>
        {exits.map(({ exit, words, isConnected, times }) => (
          <li key={exit} data-loose={!isConnected || undefined}>
            <span>{words}</span>
            {times !== null && <small>{format.number(times)}</small>}
            <Handle type="source" position={Position.Right} id={exit} isConnectable={isConnectable} />
          </li>
        ))}
      </ul>
    </div>
  );
});
