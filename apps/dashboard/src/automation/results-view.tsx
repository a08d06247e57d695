import { useQuery } from '@tanstack/react-query';
import { liftOf, shareOf } from '@vetrina/domain/automation/shares';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { RuleResults } from '@vetrina/protocol/http/automation';
import { useTranslation } from 'react-i18next';
import { Bones, NotRead } from '../ui/loading.tsx';
import { Section } from '../ui/reading-page.tsx';
import { useFormat } from '../ui/use-format.ts';
import { automationQueries } from './automation-queries.ts';
import classes from './results.module.css';

/** A6: what came of a rule, and how sure that is. */
export function ResultsView({ rule }: { rule: Rule }) {
  const query = useQuery(automationQueries.results);
  if (query.isError) return <NotRead query={query} />;
  if (!query.data) return <Bones heights={[220, 140]} />;
  const results = query.data.rules.find((each) => each.rule === rule.id);
  return <Told rule={rule} results={results ?? nothingOf(rule)} />;
}

function nothingOf({ id }: Rule): RuleResults {
  const none = { sent: 0, seen: 0, answered: 0, goal: 0, heldOut: 0, heldOutWrote: 0, heldOutGoal: 0 };
  return { rule: id, ...none, lastSentAt: null };
}

function Told({ rule, results }: { rule: Rule; results: RuleResults }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sent, lastSentAt } = results;
  return (
    <>
      <Section title={t('automation.results.title')} lead={t('automation.results.lead')}>
        <p className={classes.sent}>
          <strong>{format.number(sent)}</strong>{' '}
          <span>
            {t('automation.results.sentWords', { count: sent })}
            {lastSentAt !== null && ` · ${t('automation.results.last', { when: format.dateTime(lastSentAt) })}`}
          </span>
        </p>
        {sent === 0 ? (
          <p className={classes.remark}>{t(rule.isOn ? 'automation.results.noneYet' : 'automation.results.off')}</p>
        ) : (
          <dl className={classes.shares}>
            <ShareLine name={t('automation.results.seen')} hits={results.seen} people={sent} />
            <ShareLine name={t('automation.results.answered')} hits={results.answered} people={sent} />
            {rule.goal && (
              <ShareLine
                name={t('automation.results.goalOf', { address: rule.goal.address })}
                hits={results.goal}
                people={sent}
              />
            )}
          </dl>
        )}
      </Section>
      <Section title={t('automation.results.difference')} lead={t('automation.results.differenceLead')}>
        <Difference rule={rule} results={results} />
      </Section>
    </>
  );
}

function ShareLine({ name, hits, people }: { name: string; hits: number; people: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = shareOf(hits, people);
  if (!share) return null;
  const place = { left: `${share.low * 100}%`, width: `${(share.high - share.low) * 100}%` };
  return (
    <div className={classes.share}>
      <dt>{name}</dt>
      <dd>
        <strong>{format.percent(share.share)}</strong>{' '}
        <span>
          {t('automation.results.of', { count: hits, hits: format.number(hits), people: format.number(people) })}
        </span>
        <span className={classes.bar} aria-hidden="true">
          <i style={{ width: `${share.share * 100}%` }} />
          <b style={place} />
        </span>
        <small>
          {t('automation.results.between', { low: format.percent(share.low), high: format.percent(share.high) })}
        </small>
      </dd>
    </div>
  );
}

function Difference({ rule, results }: { rule: Rule; results: RuleResults }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sent, heldOut } = results;
  if (heldOut === 0) {
    return (
      <p className={classes.remark}>
        {t(rule.holdOut === 0 ? 'automation.results.noHoldOut' : 'automation.results.noHeldOutYet')}
      </p>
    );
  }
  const rows = [
    { key: 'wrote', hits: results.answered, without: results.heldOutWrote },
    ...(rule.goal ? [{ key: 'reached', hits: results.goal, without: results.heldOutGoal } as const] : []),
  ] as const;
  return (
    <>
      <p className={classes.remark}>
        {t('automation.results.heldOut', { count: heldOut, number: format.number(heldOut) })}
      </p>
      <ul className={classes.lifts}>
        {rows.map(({ key, hits, without }) => (
          <LiftLine key={key} name={key} withIt={{ hits, people: sent }} without={{ hits: without, people: heldOut }} />
        ))}
      </ul>
    </>
  );
}

interface LiftLineProps {
  name: 'wrote' | 'reached';
  withIt: { readonly hits: number; readonly people: number };
  without: { readonly hits: number; readonly people: number };
}

function LiftLine({ name, withIt, without }: LiftLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const lift = liftOf(withIt, without);
  const shares = [shareOf(withIt.hits, withIt.people), shareOf(without.hits, without.people)];
  if (!lift) return null;
  const verdict = lift.low > 0 ? 'more' : lift.high < 0 ? 'less' : 'luck';
  return (
    <li data-verdict={verdict}>
      <strong>{t(`automation.results.verdicts.${name}-${verdict}`)}</strong>
      <span>
        {t(`automation.results.compare.${name}`, {
          with: format.percent(shares[0]?.share ?? 0),
          without: format.percent(shares[1]?.share ?? 0),
        })}
      </span>
      <small>
        {t('automation.results.liftBetween', {
          points: format.points(lift.share),
          low: format.points(lift.low),
          high: format.points(lift.high),
        })}
      </small>
    </li>
  );
}
