import { useMutation } from '@tanstack/react-query';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { AgentState } from '@vetrina/protocol/http/team';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useChat } from '../feed/use-feed.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Face } from '../ui/face.tsx';
import { CheckList, type Choice } from './check-list.tsx';
import classes from './conversation-dialogs.module.css';

interface AssignDialogProps {
  summary: ConversationSummary;
  onClose: () => void;
}

const NOBODY: readonly AgentState[] = [];

/** C2: several colleagues may hold one conversation; each is put on it or taken off by a press. */
export function AssignDialog({ summary, onClose }: AssignDialogProps) {
  const { t } = useTranslation();
  const team = useChat((chat) => chat.team) ?? NOBODY;
  const params = { conversation: summary.id };
  const change = useMutation({
    mutationFn: ({ agent, isOn }: { agent: AgentState; isOn: boolean }) =>
      call(isOn ? 'unassignConversation' : 'assignConversation', { params, body: { agent: agent.id } }),
  });
  const choices = team.map((agent): Choice => {
    const isOn = summary.agents.some(({ id }) => id === agent.id);
    const standing = agent.online ? 'conversations.status.online' : 'conversations.status.offline';
    return {
      key: agent.id,
      isOn,
      face: (
        <>
          <Face id={agent.id} name={agent.name} photo={agent.photo} size={32} />
          <span>{agent.name}</span>
        </>
      ),
      note: t(isOn ? 'conversations.assign.on' : standing),
      toggle: () => change.mutate({ agent, isOn }),
    };
  });
  return (
    <Dialog title={t('conversations.assign.title')} isOpen onClose={onClose}>
      <p className={classes.lead}>{t('conversations.assign.lead')}</p>
      <CheckList choices={choices} isBusy={change.isPending} />
      <ErrorNote error={change.error} />
    </Dialog>
  );
}
