import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { Session } from '@vetrina/protocol/http/account';
import { LIMITS } from '@vetrina/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { automationQueries } from '../automation/automation-queries.ts';
import { AutomationTabs } from '../automation/automation-tabs.tsx';
import frame from '../automation/page-frame.module.css';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { useAsked } from '../palette/asked.ts';
import { isAtLeast } from '../settings/roles.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { ChatbotLine } from './chatbot-line.tsx';
import classes from './chatbots.module.css';
import { TemplateChoice } from './template-choice.tsx';

/** A7: the chatbots of the account. */
export function ChatbotsPage() {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  useDocumentTitle(`${t('chatbots.title')} · Vetrina`);
  return session ? <Chatbots session={session} /> : null;
}

function Chatbots({ session: { account, agent } }: { session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: chatbots, error } = useQuery(automationQueries.chatbots);
  const { data: rules = [] } = useQuery(automationQueries.rules);
  const [isChoosing, setChoosing] = useState(false);
  const hasPlan = entitled(account.plan, 'chatbots');
  const mayEdit = isAtLeast(agent.role, 'admin') && hasPlan;
  const count = chatbots?.length ?? 0;
  useAsked('create', () => setChoosing(mayEdit));
  const open = (chatbot: string): void => void navigate({ to: '/automation/chatbots/$chatbot', params: { chatbot } });
  return (
    <div className={frame.page}>
      <AutomationTabs />
      <header className={frame.head}>
        <div>
          <h1>{t('chatbots.title')}</h1>
          <p>{t('chatbots.lead')}</p>
        </div>
        {mayEdit && count > 0 && (
          <Button
            className={frame.deed}
            leftSection={<Icon name="plus" />}
            disabled={count >= LIMITS.chatbots}
            onClick={() => setChoosing(true)}
          >
            {t('chatbots.new')}
          </Button>
        )}
        <HelpButton about={HELP_CONTEXTS.chatbots} className={frame.help} />
      </header>
      {!hasPlan && <PlanNote plan={cheapestPlanWith('chatbots')}>{t('chatbots.why')}</PlanNote>}
      {hasPlan && !mayEdit && <p className="hint">{t('chatbots.readOnly')}</p>}
      <ErrorNote error={error} />
      {!chatbots && !error && <Skeleton height={84} />}
      {chatbots && count > 0 && (
        <ul className={classes.list} aria-label={t('chatbots.title')}>
          {chatbots.map((chatbot) => (
            <ChatbotLine
              key={chatbot.id}
              chatbot={chatbot}
              startedBy={rules.filter(({ action }) => action.does === 'start-chatbot' && action.chatbot === chatbot.id)}
              mayEdit={mayEdit}
              onOpen={open}
            />
          ))}
        </ul>
      )}
      {chatbots && count === 0 && (
        <section className={classes.begin} aria-labelledby="chatbots-begin">
          <h2 id="chatbots-begin">{t('chatbots.begin.title')}</h2>
          <p>{t('chatbots.begin.lead')}</p>
          <TemplateChoice mayAdd={mayEdit} onDone={open} />
        </section>
      )}
      <Dialog title={t('chatbots.new')} isOpen={isChoosing} wide onClose={() => setChoosing(false)}>
        <TemplateChoice mayAdd onDone={open} />
      </Dialog>
    </div>
  );
}
