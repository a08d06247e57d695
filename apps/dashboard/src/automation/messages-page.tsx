import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import type { Session } from '@vetrina/protocol/http/account';
import { LIMITS } from '@vetrina/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { isAtLeast } from '../settings/roles.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Bones, NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { automationQueries } from './automation-queries.ts';
import { AutomationTabs } from './automation-tabs.tsx';
import classes from './messages-page.module.css';
import { MonthUsage } from './month-usage.tsx';
import frame from './page-frame.module.css';
import { PresetChoice } from './preset-choice.tsx';
import { RuleList } from './rule-list.tsx';

/** A1: all rules of the account, the first before all others. */
export function MessagesPage() {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  useDocumentTitle(`${t('automation.messages')} · Vetrina`);
  return session ? <Messages session={session} /> : null;
}

function Messages({ session }: { session: Session }) {
  const { t } = useTranslation();
  const rules = useQuery(automationQueries.rules);
  const results = useQuery(automationQueries.results);
  const [isChoosing, setChoosing] = useState(false);
  const { agent, account } = session;
  const mayEdit = isAtLeast(agent.role, 'admin');
  const count = rules.data?.length ?? 0;
  return (
    <div className={frame.page}>
      <AutomationTabs />
      <header className={frame.head}>
        <div>
          <h1>{t('automation.messages')}</h1>
          <p>{t('automation.lead')}</p>
        </div>
        {mayEdit && count > 0 && (
          <Button
            className={frame.deed}
            leftSection={<Icon name="plus" />}
            disabled={count >= LIMITS.rules}
            onClick={() => setChoosing(true)}
          >
            {t('automation.new')}
          </Button>
        )}
        <HelpButton about={HELP_CONTEXTS.messages} className={frame.help} />
      </header>
      {!entitled(account.plan, 'automatic-messages') && (
        <PlanNote plan={cheapestPlanWith('automatic-messages')}>{t('automation.planWhy')}</PlanNote>
      )}
      {!mayEdit && <p className="hint">{t('automation.readOnly')}</p>}
      {results.data && <MonthUsage conversations={results.data.conversations} plan={account.plan} />}
      {rules.isPending && <Bones heights={[84, 84, 84]} />}
      {rules.isError && <NotRead query={rules} />}
      {rules.data && count > 0 && (
        <RuleList rules={rules.data} results={results.data?.rules ?? null} mayEdit={mayEdit} />
      )}
      {rules.data && count === 0 && (
        <section className={classes.begin} aria-labelledby="automation-begin">
          <h2 id="automation-begin">{t(mayEdit ? 'automation.begin.title' : 'automation.begin.nothing')}</h2>
          {mayEdit && <p>{t('automation.begin.lead')}</p>}
          {mayEdit && <PresetChoice />}
        </section>
      )}
      <Dialog title={t('automation.new')} isOpen={isChoosing} wide onClose={() => setChoosing(false)}>
        <PresetChoice />
      </Dialog>
    </div>
  );
}
