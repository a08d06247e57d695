import type { PushWords } from './push-words.ts';

export const de: PushWords = {
  visitor: (number) => `Besucher ${number}`,
  newConversation: (visitor) => `Neues Gespräch mit ${visitor}`,
  assigned: (visitor) => `Ihnen wurde das Gespräch mit ${visitor} zugewiesen`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} neue Besucher`),
  onYourSite: 'Jetzt auf Ihrer Website',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} ist in „${view}“` : `${count} Besucher in „${view}“`,
  test: { title: 'Dieses Gerät erhält Benachrichtigungen', body: 'So sehen neue Gespräche und Nachrichten aus.' },
};
