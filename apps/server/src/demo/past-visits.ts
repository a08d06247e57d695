import { visitSource } from '@vetrina/domain/source';
import type { AccountId, PageViewId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { JournalEntry, VisitorKey } from '../visitors/ports.ts';
import type { Dice } from './dice.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A visit of the demo's past, as it would have been recorded. */
export interface DemoVisit {
  readonly key: VisitorKey;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly lastPage: { readonly url: string; readonly title: string };
  readonly entries: readonly JournalEntry[];
}

/** How busy each hour of a day is in a shop that people look at after work. */
const HOURS = [2, 1, 1, 1, 1, 2, 4, 7, 9, 11, 13, 13, 12, 11, 10, 10, 11, 12, 13, 16, 20, 21, 14, 6];
/** From Sunday on. */
const WEEKDAYS = [1.25, 0.95, 0.9, 0.9, 1, 1.05, 1.2];

const NAME = 'Bottega Lume';
const PAGES = [
  [30, '', `${NAME} · Lamps and ceramics made by hand`],
  [16, 'lamps.html', `Lamps · ${NAME}`],
  [12, 'ceramics.html', `Ceramics · ${NAME}`],
  [10, 'fico.html', `Lampada Fico, table lamp · ${NAME}`],
  [8, 'alba.html', `Lampada Alba · ${NAME}`],
  [6, 'notte.html', `Lampada Notte · ${NAME}`],
  [5, 'onda.html', `Onda · ${NAME}`],
  [6, 'cart.html', `Cart · ${NAME}`],
  [3, 'contact.html', `Contact · ${NAME}`],
  [2, 'checkout.html', `Checkout · ${NAME}`],
] as const;

const SOURCES = [
  [30, undefined, ''],
  [28, 'https://www.google.com/', ''],
  [10, undefined, '?utm_source=newsletter&utm_medium=email'],
  [9, 'https://l.instagram.com/', '?utm_source=instagram&utm_medium=social'],
  [5, 'https://www.bing.com/', ''],
  [4, 'https://www.pinterest.com/', ''],
] as const;

const PLACES = [
  [34, 'IT', 'Firenze', 'it-IT'],
  [18, 'DE', 'Berlin', 'de-DE'],
  [11, 'FR', 'Lyon', 'fr-FR'],
  [9, 'AT', 'Wien', 'de-AT'],
  [8, 'GB', 'Leeds', 'en-GB'],
  [6, 'CZ', 'Brno', 'cs-CZ'],
  [5, 'US', 'Portland', 'en-US'],
] as const;

const MACHINES = [
  [52, { device: 'phone', browser: 'Safari', os: 'iOS', screen: '390×844' }],
  [38, { device: 'desktop', browser: 'Chrome', os: 'Windows', screen: '1920×1080' }],
  [10, { device: 'tablet', browser: 'Safari', os: 'iPadOS', screen: '820×1180' }],
] as const;

/** The visits of `days` days before `now`, `aDay` on average, more of them lately; oldest first. */
export function pastVisits(dice: Dice, account: AccountId, now: number, days: number, aDay: number): DemoVisit[] {
  const visitors: VisitorId[] = [];
  const visits: DemoVisit[] = [];
  for (let day = days; day >= 0; day -= 1) {
    const midnight = Math.floor(now / DAY) * DAY - day * DAY;
    const growth = 0.75 + (0.5 * (days - day)) / days;
    const weekday = WEEKDAYS[new Date(midnight).getUTCDay()] ?? 1;
    const count = Math.round(aDay * growth * weekday * (0.85 + dice.next() * 0.3));
    const times = Array.from({ length: count }, () => midnight + timeOfDay(dice)).sort((a, b) => a - b);
    for (const at of times) if (at < now - HOUR) visits.push(aVisit(dice, account, visitors, at));
  }
  return visits;
}

function timeOfDay(dice: Dice): number {
  const hour = dice.weighed(HOURS.map((weight, each) => [weight, each] as const));
  return hour * HOUR + dice.between(0, HOUR - 1);
}

const RETURNS = 0.32;

function aVisit(dice: Dice, account: AccountId, visitors: VisitorId[], startedAt: number): DemoVisit {
  const returns = visitors.length > 20 && dice.next() < RETURNS;
  const visitor = returns ? dice.pick(visitors.slice(-400)) : (dice.id('vi') as VisitorId);
  if (!returns) visitors.push(visitor);
  const key = { account, visitor };
  const visit = dice.id('vs') as VisitId;
  const [, country, city, language] = dice.pick(spread(PLACES));
  const [, referrer, query] = dice.pick(spread(SOURCES));
  const [, machine] = dice.pick(spread(MACHINES));
  const { source } = visitSource(`https://shop.example/${query}`, referrer, []);
  const entries: JournalEntry[] = [
    {
      ...{ ...key, kind: 'visit-started', visit, at: startedAt, source, machine },
      ...{ place: { country, city }, language, timezone: null, ip: null, ipIsMasked: true },
    },
  ];
  let at = startedAt;
  let lastPage = { url: '', title: '' };
  for (
    let nth = dice.weighed([
      [4, 1],
      [5, 2],
      [4, 3],
      [3, 5],
      [1, 9],
    ]);
    nth > 0;
    nth -= 1
  ) {
    const [, path, title] = dice.pick(spread(PAGES));
    const page = dice.id('') as PageViewId;
    lastPage = { url: `https://shop.example/${path}`, title };
    entries.push({ ...key, kind: 'page-viewed', visit, page, ...lastPage, at });
    at += dice.wait(40_000);
    entries.push({ ...key, kind: 'page-ended', visit, page, at });
  }
  entries.push({ ...key, kind: 'visit-ended', visit, at });
  return { key, startedAt, endedAt: at, lastPage, entries };
}

/** As many times in the list as it weighs. */
function spread<Line extends readonly [number, ...unknown[]]>(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => Array.from({ length: line[0] }, () => line));
}
