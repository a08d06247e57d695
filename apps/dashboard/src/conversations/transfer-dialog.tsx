import { useMutation, useQuery } from '@tanstack/react-query';
import { entitled } from '@vetrina/domain/entitlements';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { TransferTo } from '@vetrina/protocol/http/conversations';
import type { Group } from '@vetrina/protocol/http/team';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChat } from '../feed/use-feed.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './conversation-dialogs.module.css';

interface TransferDialogProps {
  summary: ConversationSummary;
  onClose: () => void;
}

const NO_GROUPS: readonly Group[] = [];

/** C2: hands the conversation over, to one colleague or to a group; who held it until now is off it. */
export function TransferDialog({ summary, onClose }: TransferDialogProps) {
  const { t } = useTranslation();
  const me = useChat((chat) => chat.me);
  const team = useChat((chat) => chat.team) ?? [];
  const groups = useGroups();
  const transfer = useMutation({
    mutationFn: (to: TransferTo) => call('transferConversation', { params: { conversation: summary.id }, body: to }),
    onSuccess: onClose,
  });
  const others = team.filter(({ id }) => id !== me);
  return (
    <Dialog title={t('conversations.transfer.title')} isOpen onClose={onClose}>
      <p className={classes.lead}>
        {t(others.length + groups.length > 0 ? 'conversations.transfer.lead' : 'conversations.transfer.nobody')}
      </p>
      <ul className={classes.choices}>
        {others.map((agent) => (
          <li key={agent.id}>
            <button
              type="button"
              className={classes.choice}
              disabled={transfer.isPending}
              onClick={() => transfer.mutate({ to: 'agent', agent: agent.id })}
            >
              <Face id={agent.id} name={agent.name} photo={agent.photo} size={32} />
              <span>{agent.name}</span>
              <small>{t(agent.online ? 'conversations.status.online' : 'conversations.status.offline')}</small>
            </button>
          </li>
        ))}
        {groups.map((group) => (
          <li key={group.key}>
            <button
              type="button"
              className={classes.choice}
              disabled={transfer.isPending}
              onClick={() => transfer.mutate({ to: 'group', group: group.key })}
            >
              <span className={classes.sign}>
                <Icon name="visitors" size={22} />
              </span>
              <span>{group.name}</span>
              <small>{t('conversations.transfer.members', { count: group.members.length })}</small>
            </button>
          </li>
        ))}
      </ul>
      <ErrorNote error={transfer.error} />
    </Dialog>
  );
}

/** A plan without groups keeps them, and lets nothing be handed to one. */
function useGroups(): readonly Group[] {
  const { data: session } = useQuery(queries.session);
  const has = session ? entitled(session.account.plan, 'groups') : false;
  const { data = NO_GROUPS } = useQuery({ ...queries.groups, enabled: has });
  return has ? data : NO_GROUPS;
}
