import { expect, test } from 'vitest';
import { formatFor, regionalLocale } from './format.ts';

test('T2: numbers and times are as the browser’s region has them', () => {
  expect(regionalLocale('en', ['en-GB', 'en-US'])).toBe('en-GB');
  expect(regionalLocale('en', ['it-CH', 'en-AU'])).toBe('en-AU');
  expect(regionalLocale('it', ['en-GB'])).toBe('it');
  expect(regionalLocale('it', ['C', 'en_US.UTF-8', '', 'it-CH'])).toBe('it-CH');

  const evening = Date.UTC(2026, 10, 22, 17, 20);
  expect(formatFor('en-GB').timeIn(evening, 'UTC')).toBe('17:20');
  expect(formatFor('en-US').timeIn(evening, 'UTC')).toMatch(/^5:20\sPM$/);
  expect(formatFor('it').timeIn(evening, 'nowhere')).toBeNull();
});

test('V3: what a visitor’s browser said may be no country and no language', () => {
  expect(formatFor('en').country('IT')).toBe('Italy');
  expect(formatFor('en').country('not a country')).toBe('not a country');
  expect(formatFor('en').language('')).toBe('');
});

test('T2: what is as good as now is called so', () => {
  expect(formatFor('en-GB').ago(-500)).toBe('now');
  expect(formatFor('it').ago(2_000)).toBe('ora');
  expect(formatFor('en-GB').ago(180_000)).toBe('3 min ago');
});

test('C5: days and minutes of a week are named', () => {
  expect([0, 6].map(formatFor('it').weekday)).toEqual(['lunedì', 'domenica']);
  expect(formatFor('en-GB').timeOfDay(9 * 60 + 5)).toBe('09:05');
  expect(formatFor('en-GB').timeOfDay(1_440)).toBe('00:00');
});

test('T2: days are called as people call them', () => {
  const format = formatFor('en-GB');
  const now = new Date(2026, 10, 22, 15).getTime();
  expect(format.day(new Date(2026, 10, 22, 1).getTime(), now)).toBe('Today');
  expect(format.day(new Date(2026, 10, 21, 23).getTime(), now)).toBe('Yesterday');
  expect(format.day(new Date(2026, 10, 16).getTime(), now)).toMatch(/^Monday,? 16 November$/);
  expect(format.day(new Date(2025, 10, 16).getTime(), now)).toBe('16 November 2025');
  expect(formatFor('it').day(new Date(2026, 10, 21).getTime(), now)).toBe('Ieri');
});

test('C4: sizes of files are told in the unit that fits', () => {
  const format = formatFor('en-GB');
  expect([5, 184_320, 20_971_520].map((bytes) => format.size(bytes))).toEqual(['5 bytes', '184.3 kB', '21 MB']);
});

test('A1: a rule’s times are written out', () => {
  const { duration } = formatFor('en-GB');
  expect([0, 1, 30, 90, 3_600].map(duration)).toEqual([
    '0 seconds',
    '1 second',
    '30 seconds',
    '1 minute and 30 seconds',
    '1 hour',
  ]);
  expect(formatFor('it').duration(150)).toBe('2 minuti e 30 secondi');
  expect(formatFor('it').calendarDay('2026-12-08')).toBe('martedì 8 dicembre 2026');
  expect(formatFor('en-GB').either(['Italy', 'Spain'])).toBe('Italy or Spain');
});

test('A6: shares and their differences are told as people read them', () => {
  const { percent, points } = formatFor('en-GB');
  expect([percent(0), percent(0.123), percent(1)]).toEqual(['0%', '12.3%', '100%']);
  expect([points(0.042), points(0), points(-0.1)]).toEqual(['+4.2', '0', '-10']);
});

test.each([
  ['en-GB', '3 min ago', 'Anna, Bruno and Carla', '12.3%', '2 minutes and 30 seconds', 'Monday', 'English'],
  ['it', '3 min fa', 'Anna, Bruno e Carla', '12,3%', '2 minuti e 30 secondi', 'lunedì', 'italiano'],
  ['cs', 'před 3 min', 'Anna, Bruno a Carla', '12,3 %', '2 minuty a 30 sekund', 'pondělí', 'čeština'],
  ['de', 'vor 3 Min.', 'Anna, Bruno und Carla', '12,3 %', '2 Minuten und 30 Sekunden', 'Montag', 'Deutsch'],
  ['es', 'hace 3 min', 'Anna, Bruno y Carla', '12,3 %', '2 minutos y 30 segundos', 'lunes', 'español'],
  ['fr', 'il y a 3 min', 'Anna, Bruno et Carla', '12,3 %', '2 minutes et 30 secondes', 'lundi', 'français'],
  ['hu', '3 perccel ezelőtt', 'Anna, Bruno és Carla', '12,3%', '2 perc és 30 másodperc', 'hétfő', 'magyar'],
  ['nl', '3 min. geleden', 'Anna, Bruno en Carla', '12,3%', '2 minuten en 30 seconden', 'maandag', 'Nederlands'],
  ['pl', '3 min temu', 'Anna, Bruno i Carla', '12,3%', '2 minuty i 30 sekund', 'poniedziałek', 'polski'],
])('T2: times, lists, shares, durations and days are those of the language: %s', (locale, ago, list, ...others) => {
  const format = formatFor(locale);
  const said = [
    format.ago(180_000),
    format.list(['Anna', 'Bruno', 'Carla']),
    format.percent(0.123),
    format.duration(150),
    format.weekday(0),
    format.language(locale.slice(0, 2)),
  ];
  // Between a number and what follows stand spaces of several kinds.
  expect(said.map((words) => words.replace(/\s/g, ' '))).toEqual([ago, list, ...others]);
});

test('ST1: the days of a span are written as a day is alone, and stay together', () => {
  expect(formatFor('it').calendarDays('2026-10-03', '2026-10-30')).toBe('3–30\u00a0ott\u00a02026');
  expect(formatFor('de').calendarDays('2026-10-03', '2026-10-30')).toBe('03.–30.10.2026');
  expect(formatFor('en-GB').calendarDays('2019-12-30', '2020-01-05')).toMatch(
    /^30\u00a0Dec\u00a02019[\u00a0\u202f]–\s5\u00a0Jan\u00a02020$/,
  );
});
