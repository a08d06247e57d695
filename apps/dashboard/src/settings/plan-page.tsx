import { useTranslation } from 'react-i18next';
import { ReadingPage, Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { PlaceProps } from './place-props.ts';
import { PlanTable } from './plan-table.tsx';
import classes from './settings.module.css';

/** What the operator types, at the server. */
const SET_PLAN = 'npm run operator -- plan';

/** P: what the account has, what the other plans have, and who changes it. */
export function PlanPage({ session: { account } }: PlaceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ReadingPage title={t('settings.places.plan')}>
      <Section title={t('settings.plan.yours')}>
        <p className={classes.planName} translate="no">
          {account.plan}
        </p>
        {account.trialUntil !== null && (
          <p>{t('settings.plan.trial', { when: format.dateTime(account.trialUntil) })}</p>
        )}
        <p className={classes.hint}>{t('settings.plan.who')}</p>
        <pre className={classes.snippet} translate="no">
          {SET_PLAN}
        </pre>
      </Section>
      <Section title={t('settings.plan.compare')}>
        <PlanTable plan={account.plan} />
      </Section>
    </ReadingPage>
  );
}
