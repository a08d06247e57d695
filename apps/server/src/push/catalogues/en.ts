import type { PushWords } from './push-words.ts';

export const en: PushWords = {
  visitor: (number) => `Visitor ${number}`,
  newConversation: (visitor) => `New conversation with ${visitor}`,
  assigned: (visitor) => `${visitor} was assigned to you`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} new visitors`),
  onYourSite: 'On your site now',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} is in “${view}”` : `${count} visitors in “${view}”`,
  test: { title: 'Notifications arrive here', body: 'New conversations and messages will look like this.' },
};
