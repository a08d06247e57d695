import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { cheapestPlanWith, entitled } from '@vetrina/domain/entitlements';
import { dateOf } from '@vetrina/domain/wall-clock';
import type { Account, Session } from '@vetrina/protocol/http/account';
import type { Statistics } from '@vetrina/protocol/http/statistics';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { HELP_CONTEXTS } from '../help/contexts.ts';
import { HelpButton } from '../help/help-button.tsx';
import { NotRead } from '../ui/loading.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { AgentsSection } from './agents-section.tsx';
import { AudienceSection } from './audience-section.tsx';
import { AutomationSection } from './automation-section.tsx';
import { NowCard } from './now-card.tsx';
import { daysOf, readPeriod, writePeriod } from './period-address.ts';
import { PeriodChooser } from './period-chooser.tsx';
import { StatisticsBones } from './statistics-bones.tsx';
import classes from './statistics-page.module.css';
import { readersZone, statisticsOf } from './statistics-queries.ts';
import { begunIn, SummaryCards } from './summary-cards.tsx';
import { TalksSection } from './talks-section.tsx';

/** ST: how it goes, now and over time. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const { data: session } = useQuery(queries.session);
  useDocumentTitle(`${t('statistics.title')} · Vetrina`);
  return session ? <Page session={session} /> : null;
}

function Page({ session: { account } }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('statistics.title')}</h1>
          <p>{t('statistics.lead')}</p>
        </div>
        <HelpButton about={HELP_CONTEXTS.statistics} />
      </header>
      <NowCard />
      {entitled(account.plan, 'statistics') ? <Figures account={account} /> : <WithoutPlan />}
    </div>
  );
}

/** What one would see, in words: no figures are made up. */
function WithoutPlan() {
  const { t } = useTranslation();
  return (
    <>
      <PlanNote plan={cheapestPlanWith('statistics')}>{t('statistics.planWhy')}</PlanNote>
      <ul className={classes.would}>
        <li>{t('statistics.visitorsOverTime')}</li>
        <li>{t('statistics.hours')}</li>
        <li>{t('statistics.begun')}</li>
        <li>{t('statistics.firstResponse')}</li>
        <li>{t('statistics.ratings')}</li>
        <li>{t('automation.messages')}</li>
      </ul>
    </>
  );
}

function Figures({ account }: { account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const chosen = readPeriod(useSearch({ strict: false }));
  const today = dateOf(readersZone(), useNow());
  const days = daysOf(chosen, today);
  const query = useQuery(statisticsOf(days));
  const { data: found } = query;
  return (
    <>
      <PeriodChooser
        chosen={chosen}
        days={days}
        today={today}
        onChoose={(next) => void navigate({ to: '/statistics', search: writePeriod(next), replace: true })}
      />
      {query.isPending && <StatisticsBones />}
      {query.isError && !found && <NotRead query={query} />}
      {found && (
        <div className={classes.figures} data-old={query.isPlaceholderData || undefined}>
          <p className={classes.compared} aria-live="polite">
            {t('statistics.compared', {
              days: format.calendarDays(days.from, days.to),
              before: format.calendarDays(found.before.from, found.before.to),
            })}
            {found.isPart && ` ${t('statistics.part')}`}
          </p>
          <SummaryCards found={found} />
          {isEmpty(found) && <p className={classes.empty}>{t('statistics.empty')}</p>}
          <AudienceSection found={found} mayExport={entitled(account.plan, 'export')} />
          <TalksSection found={found} mayExport={entitled(account.plan, 'export')} />
          <AutomationSection found={found} mayExport={entitled(account.plan, 'export')} />
          <AgentsSection found={found} mayExport={entitled(account.plan, 'export')} />
        </div>
      )}
    </>
  );
}

const isEmpty = ({ audience, talks }: Statistics): boolean =>
  audience.now.visits + audience.before.visits + begunIn(talks.now.begun) === 0;
