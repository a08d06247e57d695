import type { PushWords } from './push-words.ts';

export const it: PushWords = {
  visitor: (number) => `Visitatore ${number}`,
  newConversation: (visitor) => `Nuova conversazione con ${visitor}`,
  assigned: (visitor) => `Ti è stata assegnata la conversazione con ${visitor}`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} nuovi visitatori`),
  onYourSite: 'Ora sul tuo sito',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} è in «${view}»` : `${count} visitatori in «${view}»`,
  test: { title: 'Questo dispositivo riceve le notifiche', body: 'Nuove conversazioni e messaggi appariranno così.' },
};
