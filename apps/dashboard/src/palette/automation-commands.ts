import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { automationQueries } from '../automation/automation-queries.ts';
import type { Command } from './command.ts';

/** Both lists of automation, every automatic message and every chatbot. */
export function useAutomationCommands(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: rules = [] } = useQuery(automationQueries.rules);
  const { data: chatbots = [] } = useQuery(automationQueries.chatbots);
  return [
    {
      ...{ id: 'messages', group: 'automation', icon: 'auto-messaged', title: t('automation.messages') },
      run: () => navigate({ to: '/automation/messages' }),
    },
    {
      ...{ id: 'chatbots', group: 'automation', icon: 'chatbot', title: t('chatbots.title') },
      run: () => navigate({ to: '/automation/chatbots' }),
    },
    ...rules.map(({ id, name }) => ({
      ...({ id: `rule ${id}`, group: 'automation', icon: 'auto-messaged', title: name } as const),
      hint: t('automation.messages'),
      run: () => navigate({ to: '/automation/messages/$rule/{-$part}', params: { rule: id } }),
    })),
    ...chatbots.map(({ id, name }) => ({
      ...({ id: `chatbot ${id}`, group: 'automation', icon: 'chatbot', title: name } as const),
      hint: t('chatbots.title'),
      run: () => navigate({ to: '/automation/chatbots/$chatbot', params: { chatbot: id } }),
    })),
  ];
}
