import type { PushWords } from './push-words.ts';

export const nl: PushWords = {
  visitor: (number) => `Bezoeker ${number}`,
  newConversation: (visitor) => `Nieuw gesprek met ${visitor}`,
  assigned: (visitor) => `Het gesprek met ${visitor} is aan jou toegewezen`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} nieuwe bezoekers`),
  onYourSite: 'Nu op je site',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} is in ‘${view}’` : `${count} bezoekers in ‘${view}’`,
  test: { title: 'Dit apparaat krijgt meldingen', body: 'Zo zien nieuwe gesprekken en berichten eruit.' },
};
