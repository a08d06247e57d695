import { useQuery } from '@tanstack/react-query';
import type { DryRunOf, DryRun as Found } from '@vetrina/protocol/http/automation';
import { useTranslation } from 'react-i18next';
import { NotRead } from '../ui/loading.tsx';
import { useFormat } from '../ui/use-format.ts';
import { automationQueries } from './automation-queries.ts';
import classes from './dry-run.module.css';
import { DryRunHeld } from './dry-run-held.tsx';
import { DryRunSample } from './dry-run-sample.tsx';
import { HourBars } from './hour-bars.tsx';

/** A5: the rule gone through the stored visits of the last days, under the same decision and the same budget as in earnest. */
export function DryRun({ of }: { of: DryRunOf }) {
  const { t } = useTranslation();
  const run = useQuery(automationQueries.dryRun(of));
  if (run.data) return <Outcome found={run.data} rule={of.rule} />;
  if (run.isError) return <NotRead query={run} />;
  return (
    <div className={classes.running}>
      <progress aria-label={t('automation.dry.running')} />
      <p role="status">{t('automation.dry.running')}</p>
    </div>
  );
}

function Outcome({ found, rule }: { found: Found; rule: DryRunOf['rule'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { people, messages, perhaps, visits, visitors } = found;
  const isNobody = messages === 0 && perhaps === 0;
  return (
    <div className={classes.outcome}>
      <p className={classes.lead} role="status">
        {isNobody
          ? t('automation.dry.nobody')
          : t('automation.dry.people', { count: people, number: format.number(people) })}
      </p>
      <p className={classes.basis}>
        {t('automation.dry.basis', {
          visits: t('automation.dry.visits', { count: visits, number: format.number(visits) }),
          visitors: t('automation.dry.visitors', { count: visitors, number: format.number(visitors) }),
          from: format.date(found.from),
        })}{' '}
        {found.partial && t('automation.dry.partial')}
      </p>
      {!isNobody && (
        <>
          <dl className={classes.numbers}>
            <Figure name={t('automation.dry.peopleName')} value={format.number(people)} />
            <Figure name={t('automation.dry.messagesName')} value={format.number(messages)} />
            {perhaps > 0 && <Figure name={t('automation.dry.perhapsName')} value={format.number(perhaps)} isPale />}
          </dl>
          <HourBars found={found} />
        </>
      )}
      {perhaps > 0 && <p className="hint">{t('automation.dry.perhapsWhy')}</p>}
      <DryRunHeld held={found.held} rule={rule} />
      <DryRunSample sample={found.sample} />
    </div>
  );
}

function Figure({ name, value, isPale = false }: { name: string; value: string; isPale?: boolean }) {
  return (
    <div data-pale={isPale || undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
