import { NativeSelect } from '@mantine/core';
import type { ChatbotId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { Caution } from '../ui/caution.tsx';
import type { ChatbotChoice } from './chatbot-choice.ts';

interface ChatbotFieldProps {
  chatbot: ChatbotId;
  chatbots: readonly ChatbotChoice[];
  onChange: (chatbot: ChatbotId) => void;
}

/** A7: which chatbot begins. One that is not published says nothing to anybody. */
export function ChatbotField({ chatbot, chatbots, onChange }: ChatbotFieldProps) {
  const { t } = useTranslation();
  const chosen = chatbots.find(({ id }) => id === chatbot);
  return (
    <>
      <NativeSelect
        label={t('automation.editor.chatbot')}
        value={chatbot}
        data={[
          ...chatbots.map(({ id, name, isPublished }) => ({
            value: id as string,
            label: isPublished ? name : t('automation.editor.draftChatbot', { name }),
          })),
          ...(chosen ? [] : [{ value: chatbot as string, label: t('automation.editor.goneChatbot') }]),
        ]}
        onChange={(event) => {
          const wanted = chatbots.find(({ id }) => id === event.currentTarget.value);
          if (wanted) onChange(wanted.id);
        }}
      />
      <Caution>{!chosen?.isPublished && t('automation.editor.notPublished')}</Caution>
    </>
  );
}
