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
        {[...Map.groupBy(held, ({ because }) => because)].map(([because, kept]) => {
          const times = kept.reduce((sum, each) => sum + each.times, 0);
          const others = kept.flatMap(({ by }) => (by === null || by === rule ? [] : (nameOf(by) ?? [])));
          return (
            <li key={because}>
              <span>
                {t(`automation.silences.${because}`)}
                {others.map((name) => (
                  <small key={name}>{t('automation.dry.insteadOf', { name })}</small>
                ))}
              </span>
              <b>{t('automation.dry.times', { count: times, number: format.number(times) })}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
