import type { PushWords } from './push-words.ts';

export const hu: PushWords = {
  visitor: (number) => `${number}. látogató`,
  newConversation: (visitor) => `Új beszélgetés: ${visitor}`,
  assigned: (visitor) => `Önhöz rendelt beszélgetés: ${visitor}`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} új látogató`),
  onYourSite: 'Most az Ön webhelyén',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} itt van: „${view}”` : `${count} látogató itt: „${view}”`,
  test: { title: 'Ez az eszköz kap értesítéseket', body: 'Így jelennek meg az új beszélgetések és üzenetek.' },
};
