import { useQuery } from '@tanstack/react-query';
import { entitled } from '@vetrina/domain/entitlements';
import type { VisitorId } from '@vetrina/protocol/ids';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import type { DeedNotes } from '../ui/deed-note.tsx';
import type { SwipeDeed } from '../ui/swipe-row.tsx';
import { block, unblock } from './block-spans.ts';
import { useVisitorTitle } from './use-visitor-title.ts';

export type VisitorSwipes = (row: VisitorRow) => { left: SwipeDeed | null; right: SwipeDeed | null };

/** N6: right opens the conversation, left blocks where the plan has it. Null where there are no fingers. */
export function useVisitorSwipes(
  isPhone: boolean,
  notes: DeedNotes,
  onTalk: (visitor: VisitorId) => void,
): VisitorSwipes | null {
  const { t } = useTranslation();
  const titleOf = useVisitorTitle();
  const { data: session } = useQuery(queries.session);
  const plan = session?.account.plan;
  const { run } = notes;
  const swipes = useCallback<VisitorSwipes>(
    (row) => {
      const name = titleOf(row);
      const mayTalk = plan !== undefined && (row.status === 'new-chat' || entitled(plan, 'open-conversation'));
      const mayBlock = plan !== undefined && entitled(plan, 'blocking') && !row.blocked;
      return {
        right: mayTalk
          ? { icon: 'chatting', label: t('visitors.open.button'), tone: 'calm', run: () => onTalk(row.id) }
          : null,
        left: mayBlock
          ? {
              icon: 'blocked',
              label: t('details.block.block'),
              tone: 'bad',
              run: () =>
                void run(block(row.id, 'always'), {
                  text: t('phone.done.blocked', { name }),
                  undo: () => unblock(row.id),
                }),
            }
          : null,
      };
    },
    [t, titleOf, plan, run, onTalk],
  );
  return isPhone ? swipes : null;
}
