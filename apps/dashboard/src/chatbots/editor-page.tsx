import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { entitled } from '@vetrina/domain/entitlements';
import type { ChatbotId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { isAtLeast } from '../settings/roles.ts';
import { LostPage } from '../shell/lost-page.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { chatbotQueries } from './chatbot-queries.ts';
import classes from './editor.module.css';
import { EditorScreen } from './editor-screen.tsx';

/** A7: one chatbot, where it is drawn. */
export function EditorPage() {
  const { t } = useTranslation();
  const { chatbot: id } = useParams({ from: '/signed-in/automation/chatbots/$chatbot' });
  const { data: session } = useQuery(queries.session);
  const { data: chatbot, error } = useQuery(chatbotQueries.one(id as ChatbotId));
  useDocumentTitle(`${chatbot?.name ?? t('chatbots.title')} · Vetrina`);
  if (error instanceof ApiError && (error.code === 'not_found' || error.code === 'bad_request')) return <LostPage />;
  if (!chatbot || !session) {
    return <div className={classes.waiting}>{error ? <ErrorNote error={error} /> : <Skeleton height={48} />}</div>;
  }
  const { agent, account } = session;
  const hasPlan = entitled(account.plan, 'chatbots');
  return (
    <EditorScreen
      key={chatbot.id}
      chatbot={chatbot}
      mayEdit={isAtLeast(agent.role, 'admin') && hasPlan}
      hasPlan={hasPlan}
    />
  );
}
