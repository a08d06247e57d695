import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { VisitorId } from '@vetrina/protocol/ids';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { automationQueries } from '../automation/automation-queries.ts';
import { lastThatWrote } from '../automation/last-that-wrote.ts';
import { safeHref } from '../ui/safe-link.ts';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { useSourceWords } from './use-source-words.ts';
import classes from './visitor-details.module.css';

/** V7: what is known about a person; what is not known has no line. */
export function Facts({ details: { profile, row, visit } }: { details: VisitorDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sourceWords = useSourceWords();
  const place = [profile.city, profile.country && format.country(profile.country)].filter(Boolean).join(', ');
  const device = profile.device as 'desktop' | 'tablet' | 'phone' | null;
  const hardware = [device && t(`visitors.icons.${device}`), profile.os, profile.browser, profile.screen];
  return (
    <dl className={classes.facts}>
      {row?.autoMessaged && <AutoMessaged visitor={profile.id} />}
      <Fact name={t('details.facts.verifiedAs')}>{profile.userId}</Fact>
      <Fact name={t('details.facts.location')}>{place}</Fact>
      <Fact name={t('details.facts.localTime')}>{profile.timezone && <LocalTime zone={profile.timezone} />}</Fact>
      <Fact name={t('details.facts.language')}>{profile.language && format.language(profile.language)}</Fact>
      <Fact name={t('details.facts.device')}>{hardware.filter(Boolean).join(', ')}</Fact>
      <Fact name={t('details.facts.ip')}>{profile.ip}</Fact>
      <Fact name={t('details.facts.source')}>{visit && sourceWords(visit.source)}</Fact>
      <Fact name={t('details.facts.referrer')}>
        {visit?.source.referrer && <OutLink url={visit.source.referrer} />}
      </Fact>
      <Fact name={t('details.facts.landing')}>
        {visit?.source.landingUrl && <OutLink url={visit.source.landingUrl} />}
      </Fact>
      <Fact name={t('details.facts.visits')}>{format.number(profile.visits)}</Fact>
      <Fact name={t('details.facts.chats')}>{format.number(profile.chats)}</Fact>
      <Fact name={t('details.facts.firstSeen')}>{format.dateTime(profile.firstSeenAt)}</Fact>
      {Object.entries(profile.variables).map(([key, value]) => (
        <Fact key={key} name={key}>
          {value}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A8.3: when, and by which rule. Only those who were written to are asked about. */
function AutoMessaged({ visitor }: { visitor: VisitorId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: rules = [] } = useQuery(automationQueries.ofVisitor(visitor));
  const last = lastThatWrote(rules);
  if (last === null) return null;
  return (
    <Fact name={t('visitors.icons.auto-messaged')}>
      {format.dateTime(last.at)},{' '}
      <Link to="/automation/messages/$rule/{-$part}" params={{ rule: last.rule, part: undefined }}>
        {last.name}
      </Link>
    </Fact>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const format = useFormat();
  const now = useNow();
  const time = format.timeIn(now, zone);
  return time === null ? zone : `${time} (${zone.replaceAll('_', ' ')})`;
}

function OutLink({ url }: { url: string }) {
  const href = safeHref(url);
  if (!href) return url;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {url}
    </a>
  );
}
