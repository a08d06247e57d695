import type { PushWords } from './push-words.ts';

export const de: PushWords = {
  visitor: (number) => `Besucher ${number}`,
  newConversation: (visitor) => `Neue Unterhaltung mit ${visitor}`,
  assigned: (visitor) => `Ihnen wurde ${visitor} zugewiesen`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} neue Besucher`),
  onYourSite: 'Jetzt auf Ihrer Website',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} ist in „${view}“` : `${count} Besucher in „${view}“`,
  test: { title: 'Dieses Gerät wird benachrichtigt', body: 'So sehen neue Unterhaltungen und Nachrichten aus.' },
};
