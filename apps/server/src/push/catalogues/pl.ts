import type { PushWords } from './push-words.ts';

const forms = new Intl.PluralRules('pl');
const newVisitors = (count: number): string =>
  forms.select(count) === 'few' ? `${count} nowe osoby` : `${count} nowych osób`;
const people = (count: number): string => (forms.select(count) === 'few' ? `${count} osoby` : `${count} osób`);

export const pl: PushWords = {
  visitor: (number) => `Gość ${number}`,
  newConversation: (visitor) => `Nowa rozmowa: ${visitor}`,
  assigned: (visitor) => `Rozmowa przydzielona Tobie: ${visitor}`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : newVisitors(count)),
  onYourSite: 'Teraz na Twojej stronie',
  viewEntered: (count, visitor, view) => `${count === 1 ? visitor : people(count)} – „${view}”`,
  test: { title: 'To urządzenie odbiera powiadomienia', body: 'Tak będą wyglądać nowe rozmowy i wiadomości.' },
};
