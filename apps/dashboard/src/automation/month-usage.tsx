import { cheapestPlanAllowing } from '@vetrina/domain/entitlements';
import type { Plan } from '@vetrina/protocol/http/account';
import type { Results } from '@vetrina/protocol/http/automation';
import { useTranslation } from 'react-i18next';
import { Meter } from '../ui/meter.tsx';
import { PlanNote } from '../ui/plan-note.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './month-usage.module.css';

interface MonthUsageProps {
  conversations: Results['conversations'];
  plan: Plan;
}

/** P: how many conversations automation began this month, of how many the plan has. A plan that has none says so elsewhere. */
export function MonthUsage({ conversations: { begun, allowed }, plan }: MonthUsageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (allowed === 0) return null;
  const words = t('automation.month', { count: begun, number: format.number(begun), allowed: format.number(allowed) });
  const next = begun >= allowed ? cheapestPlanAllowing('automated-conversations', allowed + 1) : null;
  return (
    <>
      <div className={classes.usage}>
        <Meter value={begun} max={allowed} label={words} />
        <span>{words}</span>
      </div>
      {begun >= allowed && next !== null && next !== plan && (
        <PlanNote plan={next} more>
          {t('automation.monthFull')}
        </PlanNote>
      )}
      {begun >= allowed && next === null && <p className="hint">{t('automation.monthFull')}</p>}
    </>
  );
}
