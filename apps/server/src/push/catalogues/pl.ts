import type { PushWords } from './push-words.ts';

const forms = new Intl.PluralRules('pl');
const newVisitors = (count: number): string =>
  forms.select(count) === 'few' ? `${count} nowe osoby` : `${count} nowych osób`;
const people = (count: number): string => (forms.select(count) === 'few' ? `${count} osoby` : `${count} osób`);

export const pl: PushWords = {
  visitor: (number) => `Odwiedzający ${number}`,
  newConversation: (visitor) => `Nowa rozmowa: ${visitor}`,
  assigned: (visitor) => `Przypisano do Ciebie: ${visitor}`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : newVisitors(count)),
  onYourSite: 'Teraz na Twojej stronie',
  viewEntered: (count, visitor, view) => `${count === 1 ? visitor : people(count)} w widoku „${view}”`,
  test: { title: 'To urządzenie dostaje powiadomienia', body: 'Tak będą wyglądać nowe rozmowy i wiadomości.' },
};
