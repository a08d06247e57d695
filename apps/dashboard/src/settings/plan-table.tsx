import { entitled, limitOf, type PlanLimit } from '@vetrina/domain/entitlements';
import { PLANS, type Plan } from '@vetrina/protocol/http/account';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PLAN_ROWS } from './plan-rows.ts';
import classes from './plan-table.module.css';

const LIMITS: readonly string[] = ['agents', 'automated-conversations', 'shortcuts'] satisfies PlanLimit[];

function isLimit<Row extends string>(row: Row): row is Row & PlanLimit {
  return LIMITS.includes(row);
}

/** The plans side by side; the account's own stands out. */
export function PlanTable({ plan: mine }: { plan: Plan }) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {PLANS.map((plan) => (
              <th key={plan} scope="col" data-mine={plan === mine || undefined}>
                <span translate="no">{plan}</span>
                {plan === mine && <small>{t('settings.plan.mine')}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PLAN_ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`settings.plan.features.${row}`)}</th>
              {PLANS.map((plan) => (
                <td key={plan} data-mine={plan === mine || undefined}>
                  {isLimit(row) ? <Amount of={limitOf(plan, row)} /> : <Has it={entitled(plan, row)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Has({ it }: { it: boolean }) {
  const { t } = useTranslation();
  return it ? (
    <Icon name="check" label={t('settings.plan.included')} />
  ) : (
    <span className={classes.without}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('settings.plan.notIncluded')}</span>
    </span>
  );
}

function Amount({ of }: { of: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (of === 0) return <Has it={false} />;
  return <>{Number.isFinite(of) ? format.number(of) : t('settings.plan.unlimited')}</>;
}
