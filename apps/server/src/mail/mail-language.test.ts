import { LANGUAGES } from '@vetrina/protocol/http/preferences';
import { expect, test } from 'vitest';
import { mailLanguage, wordsIn } from './mail-language.ts';

test('T2.3: a mail speaks the language of a tag, or English', () => {
  expect(['pl', 'pl-PL', 'DE_at', 'pt-BR', '', null].map(mailLanguage)).toEqual(['pl', 'pl', 'de', 'en', 'en', 'en']);
});

test('T2.3: what is left out is counted as the language counts', () => {
  const more = (language: (typeof LANGUAGES)[number]) => [1, 2, 5].map((count) => wordsIn(language).more(count));
  expect(more('pl')).toEqual(['… i jeszcze 1 wiadomość', '… i jeszcze 2 wiadomości', '… i jeszcze 5 wiadomości']);
  expect(more('cs')).toEqual(['… a 1 další zpráva', '… a 2 další zprávy', '… a 5 dalších zpráv']);
});

test.each(LANGUAGES)('T2.3: every mail says what is put into it: %s', (language) => {
  const { visitor, offline, missed, transcript } = wordsIn(language);
  expect(visitor(4_821)).toContain('4821');
  for (const said of [offline.subject, offline.opening, missed.subject, missed.opening])
    expect(said('Zoe')).toContain('Zoe');
  for (const said of [transcript.subject, transcript.opening]) expect(said('Casa')).toContain('Casa');
  for (const said of [transcript.joined, transcript.left, transcript.file]) expect(said('Anna')).toContain('Anna');
});
