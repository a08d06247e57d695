import { NativeSelect } from '@mantine/core';
import type { RuleAction } from '@vetrina/protocol/automation/rule';
import type { Face as Colleague } from '@vetrina/protocol/conversation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/reading-page.tsx';
import type { ChatbotChoice } from './chatbot-choice.ts';
import { ChatbotField } from './chatbot-field.tsx';
import { Choice } from './choice.tsx';
import { MessageText } from './message-text.tsx';
import type { PartProps } from './part-props.ts';

interface MessageSectionProps extends PartProps {
  agents: readonly Colleague[];
  chatbots: readonly ChatbotChoice[];
}

/** What the rule does: it writes a message, or starts a chatbot. */
export function MessageSection({ draft: { action }, set, notes, account, agents, chatbots }: MessageSectionProps) {
  const { t } = useTranslation();
  // Changed to a chatbot and back, what was typed is not lost.
  const [kept, setKept] = useState<Extract<RuleAction, { does: 'write' }>>(
    action.does === 'write' ? action : { does: 'write', text: '', from: null, opensBox: action.opensBox },
  );
  const setAction = (changed: RuleAction): void => {
    if (changed.does === 'write') setKept(changed);
    set({ action: changed });
  };
  const first = chatbots.find(({ isPublished }) => isPublished) ?? chatbots[0];
  const hasChoice = first !== undefined || action.does === 'start-chatbot';
  return (
    <Section title={t('automation.editor.message')}>
      {hasChoice && (
        <Choice
          label={t('automation.editor.does')}
          isLabelHidden
          value={action.does}
          options={(['write', 'start-chatbot'] as const).map((does) => ({
            value: does,
            label: t(`automation.editor.${does}`),
          }))}
          onChange={(does) => {
            if (does === 'write') setAction({ ...kept, opensBox: action.opensBox });
            else if (first) setAction({ does, chatbot: first.id, opensBox: action.opensBox });
          }}
        />
      )}
      {action.does === 'write' ? (
        <>
          <MessageText
            text={action.text}
            error={notes.errorOf('text')}
            onChange={(text) => setAction({ ...action, text })}
          />
          <NativeSelect
            label={t('automation.editor.sender')}
            value={action.from ?? ''}
            data={[
              { value: '', label: account.name },
              ...agents.map(({ id, name }) => ({ value: id as string, label: name })),
              ...(action.from !== null && !agents.some(({ id }) => id === action.from)
                ? [{ value: action.from as string, label: t('automation.editor.senderGone') }]
                : []),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setAction({ ...action, from: agents.find(({ id }) => id === value)?.id ?? null });
            }}
          />
        </>
      ) : (
        <ChatbotField
          chatbot={action.chatbot}
          chatbots={chatbots}
          onChange={(chatbot) => setAction({ ...action, chatbot })}
        />
      )}
      <Choice
        label={t('automation.editor.shows')}
        value={action.opensBox ? 'box' : 'popup'}
        options={(['popup', 'box'] as const).map((shows) => ({
          value: shows,
          label: t(`automation.editor.shows-${shows}`),
        }))}
        onChange={(shows) => setAction({ ...action, opensBox: shows === 'box' })}
      />
      <p className="hint">
        {t(action.opensBox ? 'automation.editor.showsBoxText' : 'automation.editor.showsPopupText')}
      </p>
    </Section>
  );
}
