import type { PushWords } from './push-words.ts';

export const hu: PushWords = {
  visitor: (number) => `${number}. látogató`,
  newConversation: (visitor) => `Új beszélgetés: ${visitor}`,
  assigned: (visitor) => `Önhöz rendelt beszélgetés: ${visitor}`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} új látogató`),
  onYourSite: 'Most az Ön webhelyén',
  viewEntered: (count, visitor, view) => (count === 1 ? `${visitor} – „${view}”` : `${count} látogató – „${view}”`),
  test: { title: 'Ez az eszköz kap értesítést', body: 'Így jelennek meg az új beszélgetések és üzenetek.' },
};
