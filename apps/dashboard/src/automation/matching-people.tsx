import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RuleLogic } from '@vetrina/protocol/automation/rule';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../ui/error-note.tsx';
import { useFormat } from '../ui/use-format.ts';
import { Avatar } from '../visitors/avatar.tsx';
import { useVisitorTitle } from '../visitors/use-visitor-title.ts';
import { automationQueries } from './automation-queries.ts';
import classes from './matching-people.module.css';

/** Typing pauses this long before it is asked who matches, ms. */
const PAUSE = 500;

interface MatchingPeopleProps {
  logic: RuleLogic;
  /** A condition that is not finished matches nobody yet. */
  isReady: boolean;
}

/** Who of those on the site now is meant by "where" and "who". */
export function MatchingPeople({ logic, isReady }: MatchingPeopleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useVisitorTitle();
  const sentence = useErrorSentence();
  const [asked] = useDebouncedValue({ logic, isReady }, PAUSE);
  const { data, error, isPlaceholderData } = useQuery({
    ...automationQueries.matches(asked.logic),
    enabled: asked.isReady && isReady,
    placeholderData: keepPreviousData,
  });
  return (
    <section className={classes.matches} aria-labelledby="rule-matches" aria-busy={isReady && isPlaceholderData}>
      <h3 id="rule-matches">{t('automation.matches.title')}</h3>
      {error && !data && <p className="hint">{sentence(error)}</p>}
      {!isReady && <p className="hint">{t('automation.matches.notReady')}</p>}
      {isReady && !data && !error && <p className="hint">{t('ui.loading')}</p>}
      {isReady && data && (
        <>
          <p role="status">
            {data.of === 0
              ? t('automation.matches.nobodyHere')
              : t('automation.matches.count', {
                  count: data.of,
                  people: format.number(data.people),
                  number: format.number(data.of),
                })}
          </p>
          <ul>
            {data.sample.map((visitor) => (
              <li key={visitor.id}>
                <Link to="/visitors" search={{ visitor: visitor.id }} target="_blank">
                  <Avatar id={visitor.id} name={visitor.name} size={22} />
                  {titleOf(visitor)}
                </Link>
              </li>
            ))}
          </ul>
          {data.people > data.sample.length && data.sample.length > 0 && (
            <p className="hint">
              {t('automation.matches.more', {
                count: data.people - data.sample.length,
                number: format.number(data.people - data.sample.length),
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
