import type { ConversationSummary } from '@vetrina/protocol/conversation';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useChat } from '../feed/use-feed.tsx';
import type { DeedNotes } from '../ui/deed-note.tsx';
import type { SwipeDeed } from '../ui/swipe-row.tsx';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { rowDeeds } from './row-deeds.ts';

/** N6: right is the next step, which can be taken back; left keeps it for later. */
export function useRowSwipes(notes: DeedNotes) {
  const { t } = useTranslation();
  const me = useChat((chat) => chat.me);
  const titleOf = useVisitorTitle();
  return (summary: ConversationSummary): { left: SwipeDeed | null; right: SwipeDeed | null } => {
    const { next, markUnread } = rowDeeds(summary, me);
    const params = { conversation: summary.id };
    const name = titleOf(summary.visitor);
    return {
      left: markUnread
        ? {
            icon: 'unread',
            label: t('conversations.actions.markUnread'),
            tone: 'calm',
            run: () => void notes.run(call('markUnread', { params }), null),
          }
        : null,
      right: next && {
        icon: next === 'join' ? 'chatting' : 'check',
        label: t(`conversations.actions.${next}`),
        tone: next === 'join' ? 'calm' : 'good',
        run: () =>
          void notes.run(call(next === 'join' ? 'joinConversation' : 'resolveConversation', { params }), {
            text: t(next === 'join' ? 'phone.done.joined' : 'phone.done.resolved', { name }),
            undo: () => call(next === 'join' ? 'leaveConversation' : 'reopenConversation', { params }),
          }),
      },
    };
  };
}
