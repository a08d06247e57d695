import { Link } from '@tanstack/react-router';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { ChatbotSummary } from '@vetrina/protocol/http/chatbots';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/confirm.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './chatbots.module.css';
import { PublishMark } from './publish-mark.tsx';
import { useCopyChatbot, useRemoveChatbot } from './use-chatbot-deeds.ts';

interface ChatbotLineProps {
  chatbot: ChatbotSummary;
  /** Automatic messages whose moment starts it. */
  startedBy: readonly Rule[];
  mayEdit: boolean;
  onOpen: (chatbot: string) => void;
}

/** One chatbot: its name, whether it works, what starts it, and what came of it. */
export function ChatbotLine({ chatbot, startedBy, mayEdit, onOpen }: ChatbotLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name } = chatbot;
  return (
    <li>
      <div className={classes.what}>
        <h2>
          <Link to="/automation/chatbots/$chatbot" params={{ chatbot: id }}>
            {name}
          </Link>
        </h2>
        <p>
          <PublishMark isPublished={chatbot.isPublished} isChanged={chatbot.isChanged} />
          <span>{t('chatbots.list.blocks', { count: chatbot.blocks })}</span>
          <span>{t('chatbots.list.changed', { ago: format.ago(Date.now() - chatbot.changedAt) })}</span>
        </p>
        <p>
          {startedBy.length === 0
            ? t('chatbots.list.noRule')
            : t('chatbots.list.rules', { rules: format.list(startedBy.map((rule) => rule.name)) })}
        </p>
      </div>
      <dl className={classes.numbers}>
        <div>
          <dt>{t('chatbots.list.started')}</dt>
          <dd>{format.number(chatbot.started)}</dd>
        </div>
        <div>
          <dt>{t('chatbots.list.answered')}</dt>
          <dd>{format.number(chatbot.answered)}</dd>
        </div>
      </dl>
      {mayEdit && <ChatbotDeeds chatbot={chatbot} isStarted={startedBy.length > 0} onOpen={onOpen} />}
    </li>
  );
}

function ChatbotDeeds({
  chatbot: { id, name },
  isStarted,
  onOpen,
}: Pick<ChatbotLineProps, 'chatbot' | 'onOpen'> & { isStarted: boolean }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const copy = useCopyChatbot((made) => onOpen(made.id));
  const remove = useRemoveChatbot();
  return (
    <div className={classes.deeds}>
      <IconButton
        icon="copy"
        label={t('chatbots.list.copyOf', { name })}
        hint={t('chatbots.list.copy')}
        onClick={() => copy.mutate(id)}
      />
      <IconButton
        icon="remove"
        label={t('chatbots.list.removeOf', { name })}
        hint={t('ui.remove')}
        onClick={() => setAsked(true)}
      />
      <ErrorNote error={copy.error} />
      <Confirm
        title={t('chatbots.list.removeOf', { name })}
        text={t(isStarted ? 'chatbots.list.removeStarted' : 'chatbots.list.removeText')}
        action={t('ui.remove')}
        isOpen={isAsked}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(id)}
        onClose={() => setAsked(false)}
      />
    </div>
  );
}
