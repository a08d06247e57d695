import type { PushWords } from './push-words.ts';

export const fr: PushWords = {
  visitor: (number) => `Visiteur ${number}`,
  newConversation: (visitor) => `Nouvelle conversation avec ${visitor}`,
  assigned: (visitor) => `La conversation avec ${visitor} vous a été attribuée`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} nouveaux visiteurs`),
  onYourSite: 'Sur votre site en ce moment',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} est dans « ${view} »` : `${count} visiteurs dans « ${view} »`,
  test: {
    title: 'Cet appareil reçoit les notifications',
    body: 'Les nouvelles conversations et les nouveaux messages s’afficheront ainsi.',
  },
};
