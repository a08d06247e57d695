import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Explanation, VerdictWord } from '@vetrina/protocol/http/automation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { automationQueries } from './automation-queries.ts';
import { conditionLine } from './condition-words.ts';
import classes from './explanation.module.css';
import { foundWords } from './found-words.ts';
import { triggerSentence } from './rule-sentence.ts';
import { useSpeech } from './use-speech.ts';

/** A4: each part of a rule for one visitor, what was found there, and whether it holds. */
export function ExplanationView({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { when, where, who, team, times, held } = explanation;
  return (
    <ul className={classes.checks}>
      <Check holds={when.holds} words={triggerSentence(when.trigger, when.delay, speech)}>
        <Due dueAt={when.dueAt} holds={when.holds} />
      </Check>
      <Checks name={t('automation.editor.where')} checks={where} />
      <Checks name={t('automation.editor.who')} checks={who} />
      {team !== 'yes' && <Check holds={team} words={t('automation.why.team')} />}
      {times !== 'yes' && <Check holds={times} words={t('automation.why.times')} />}
      {held && (
        <Check holds="no" words={t(`automation.silences.${held.because}`)}>
          <HeldMore held={held} />
        </Check>
      )}
    </ul>
  );
}

function Checks({ name, checks }: { name: string; checks: Explanation['where'] }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  if (checks.list.length === 0) return null;
  const lines = checks.list.map(({ condition, found, holds }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a condition is told from others by its place only
    <Check key={index} holds={holds} words={conditionLine(condition, speech)}>
      {holds !== 'unknown' && t('automation.why.found', { value: foundWords(condition, found, speech) })}
    </Check>
  ));
  if (checks.match === 'all' || checks.list.length === 1) return lines;
  return (
    <Check holds={checks.holds} words={t('automation.why.any', { name })}>
      <ul className={classes.checks}>{lines}</ul>
    </Check>
  );
}

interface CheckProps {
  holds: VerdictWord;
  words: string;
  children?: ReactNode;
}

const SIGNS = { yes: 'tick', no: 'close', unknown: 'unknown' } as const;

function Check({ holds, words, children }: CheckProps) {
  const { t } = useTranslation();
  return (
    <li data-holds={holds}>
      <Icon name={SIGNS[holds]} size={16} label={t(`automation.why.${holds}`)} />
      <div>
        {words}
        {children && <div className={classes.found}>{children}</div>}
      </div>
    </li>
  );
}

function Due({ dueAt, holds }: { dueAt: number | null; holds: VerdictWord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (dueAt === null) return holds === 'yes' ? null : t('automation.why.notYet');
  return dueAt > now
    ? t('automation.why.in', { span: format.span(dueAt - now) })
    : t('automation.why.since', { time: format.time(dueAt) });
}

function HeldMore({ held: { until, by } }: { held: NonNullable<Explanation['held']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: rules } = useQuery(automationQueries.rules);
  const other = rules?.find(({ id }) => id === by);
  return (
    <>
      {other && (
        <>
          {t('automation.why.wroteInstead')}{' '}
          <Link to="/automation/messages/$rule/{-$part}" params={{ rule: other.id, part: undefined }}>
            {other.name}
          </Link>
          {'. '}
        </>
      )}
      {until !== null && t('automation.why.until', { when: format.dateTime(until) })}
    </>
  );
}
