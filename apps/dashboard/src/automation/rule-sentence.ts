import type { Condition } from '@vetrina/protocol/automation/conditions';
import type { Conditions, RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import type { Calendar, Schedule } from '@vetrina/protocol/automation/schedule';
import { conditionOf } from './condition-words.ts';
import type { Speech } from './speech.ts';

const DAYS_OF_WEEK = 7;
/** From so many days on they are told as "from Monday to Wednesday". */
const RUN = 3;

/** These tell of the page themselves. */
const ON_A_PAGE: ReadonlySet<Trigger['on']> = new Set([
  'page-opened',
  'time-on-page',
  'scrolled',
  'exit-intent',
  'event',
]);

/**
 * When a rule writes, in one sentence: "30 seconds after a first-time visitor from Italy opens a page whose address contains
 * “/cart”". Every step is a pattern of the catalogue which is given what was said so far, so that each language keeps its own
 * order of words.
 */
export function ruleSentence({ when, delay, where, who, schedule }: RuleLogic, speech: Speech): string {
  const { t } = speech;
  const page = noun(t('automation.nouns.page'), where, speech);
  const moment = triggerWords(when, delay, { who: visitorWords(who, speech), page }, speech);
  const placed =
    where.list.length > 0 && !ON_A_PAGE.has(when.on)
      ? t('automation.sentence.onPage', { before: moment, page })
      : moment;
  return scheduled(placed, schedule, speech);
}

/** The moment alone, without conditions: "When a visitor opens a page". */
export function triggerSentence(when: Trigger, delay: number, speech: Speech): string {
  const { t } = speech;
  return triggerWords(when, delay, { who: t('automation.nouns.visitor'), page: t('automation.nouns.page') }, speech);
}

function triggerWords(
  when: Trigger,
  delay: number,
  nouns: { readonly who: string; readonly page: string },
  { t, format }: Speech,
): string {
  const later = delay > 0 ? 'later' : 'now';
  return t(`automation.moments.${when.on}.${later}`, {
    ...nouns,
    delay: format.duration(delay || 0),
    span: 'seconds' in when ? format.duration(when.seconds || 0) : '',
    percent: when.on === 'scrolled' ? format.percent((when.percent || 0) / 100) : '',
    name: when.on === 'event' ? when.name || '…' : '',
  });
}

/** New and returning visitors have names of their own, unless it is one of several possibilities. */
function visitorWords(who: Conditions, speech: Speech): string {
  const { t } = speech;
  const isNamed = who.match === 'all' || who.list.length === 1;
  const first = isNamed ? who.list.findIndex(({ about }) => about === 'visitor') : -1;
  const named = who.list[first];
  const head = named?.about === 'visitor' ? t(`automation.nouns.${named.is}`) : t('automation.nouns.visitor');
  return noun(head, { ...who, list: who.list.filter((_, index) => index !== first) }, speech);
}

function noun(
  head: string,
  { match, list }: { match: Conditions['match']; list: readonly Condition[] },
  speech: Speech,
) {
  if (list.length === 0) return head;
  const said = list.map((condition) => conditionOf(condition, speech));
  const qualities = match === 'all' ? speech.format.list(said) : speech.format.either(said);
  return speech.t('automation.sentence.qualified', { head, qualities });
}

function scheduled(said: string, { team, times }: Schedule, speech: Speech): string {
  const staffed = team === 'any' ? said : speech.t(`automation.sentence.team-${team}`, { before: said });
  return times?.by === 'calendar' ? timed(staffed, times, speech) : staffed;
}

function timed(said: string, { weekdays, hours, dates }: Calendar, { t, format }: Speech): string {
  const days = daysWords([...weekdays].sort(), { t, format });
  const onDays = days === null ? said : t('automation.sentence.days', { before: said, days });
  const inHours =
    hours === null
      ? onDays
      : t('automation.sentence.hours', {
          before: onDays,
          from: format.timeOfDay(hours.from),
          to: format.timeOfDay(hours.to),
        });
  const [from, to] = [dates?.from ?? null, dates?.to ?? null].map((date) => date && format.calendarDay(date));
  if (from && to) return t('automation.sentence.dates', { before: inHours, from, to });
  if (from) return t('automation.sentence.datesFrom', { before: inHours, from });
  return to ? t('automation.sentence.datesTo', { before: inHours, to }) : inHours;
}

/** Null: every day. @param weekdays ascending */
function daysWords(weekdays: readonly number[], { t, format }: Speech): string | null {
  const [first] = weekdays;
  if (first === undefined || weekdays.length === DAYS_OF_WEEK) return null;
  const last = weekdays.at(-1) ?? first;
  const isRun = weekdays.length >= RUN && last - first === weekdays.length - 1;
  if (isRun) return t('automation.sentence.dayRun', { first: format.weekday(first), last: format.weekday(last) });
  return t('automation.sentence.dayList', { days: format.list(weekdays.map(format.weekday)) });
}
