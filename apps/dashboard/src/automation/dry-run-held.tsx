import { useQuery } from '@tanstack/react-query';
import type { DryRun } from '@vetrina/protocol/http/automation';
import type { RuleId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import { automationQueries } from './automation-queries.ts';
import classes from './dry-run.module.css';

interface DryRunHeldProps {
  held: DryRun['held'];
  /** Its own earlier message may have kept it as well. */
  rule: RuleId | null;
}

/** What kept the rule, and which other had written instead. */
export function DryRunHeld({ held, rule }: DryRunHeldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: rules } = useQuery(automationQueries.rules);
  if (held.length === 0) return null;
  const nameOf = (id: RuleId): string | undefined => rules?.find((each) => each.id === id)?.name;
  return (
    <section className={classes.part} aria-label={t('automation.dry.held')}>
      <h3>{t('automation.dry.held')}</h3>
      <ul className={classes.held}>
        {held.map(({ because, by, times }) => {
          const other = by === null || by === rule ? undefined : nameOf(by);
          return (
            <li key={`${because} ${by}`}>
              <span>
                {t(`automation.silences.${because}`)}
                {other && <small>{t('automation.dry.insteadOf', { name: other })}</small>}
              </span>
              <b>{t('automation.dry.times', { count: times, number: format.number(times) })}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
