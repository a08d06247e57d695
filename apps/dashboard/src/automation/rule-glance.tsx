import { liftOf, shareOf } from '@vetrina/domain/automation/shares';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { RuleResults } from '@vetrina/protocol/http/automation';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format.ts';
import classes from './rule-list.module.css';

interface RuleGlanceProps {
  rule: Rule;
  results: RuleResults | null | undefined;
}

/** A6 at a glance: how many, and what share of them. */
export function RuleGlance({ rule: { goal }, results }: RuleGlanceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (results === null) return <div />;
  if (results === undefined || results.sent === 0)
    return <p className={classes.nothing}>{t('automation.results.none')}</p>;
  const { sent, heldOut } = results;
  const percent = (hits: number): string => format.percent(Math.round((shareOf(hits, sent)?.share ?? 0) * 100) / 100);
  const lift = liftOf({ hits: results.answered, people: sent }, { hits: results.heldOutWrote, people: heldOut });
  return (
    <dl className={classes.glance}>
      <div>
        <dt>{t('automation.results.sent')}</dt>
        <dd>{format.number(sent)}</dd>
      </div>
      <div>
        <dt>{t('automation.results.seen')}</dt>
        <dd>{percent(results.seen)}</dd>
      </div>
      <div>
        <dt>{t('automation.results.answered')}</dt>
        <dd>{percent(results.answered)}</dd>
      </div>
      {goal && (
        <div>
          <dt>{t('automation.results.goal')}</dt>
          <dd>{percent(results.goal)}</dd>
        </div>
      )}
      {lift && (
        <div
          data-hint={t('automation.results.liftHint', {
            low: format.points(lift.low),
            high: format.points(lift.high),
          })}
        >
          <dt>{t('automation.results.lift')}</dt>
          <dd>
            {t('automation.results.liftShort', { points: format.points(lift.share) })}
            {lift.low <= 0 && lift.high >= 0 && <small>{t('automation.results.luck')}</small>}
          </dd>
        </div>
      )}
    </dl>
  );
}
