import type { BlockKind } from '@vetrina/protocol/automation/flow';
import type { IconName } from '../ui/icon-paths.ts';

/** The sign of each kind of block. Its colour comes from `data-kind` in the stylesheets. */
export const BLOCK_ICONS: Readonly<Record<BlockKind, IconName>> = {
  message: 'chatting',
  ask: 'edit',
  condition: 'split',
  delay: 'clock',
  'hand-over': 'transfer',
  webhook: 'install',
  model: 'spark',
  end: 'stop',
};
