import type { MailWords } from './mail-words.ts';

export const en: MailWords = {
  sentBy: (publicUrl) => `Sent by Vetrina, ${publicUrl}`,
  visitor: (number) => `Visitor ${number}`,
  offline: {
    subject: (visitor) => `${visitor} left a message`,
    opening: (visitor) => `${visitor} wrote while nobody was online:`,
  },
  missed: {
    subject: (visitor) => `${visitor} left without an answer`,
    opening: (visitor) => `${visitor} wrote, waited, and left the site before anybody answered:`,
  },
  openConversation: 'Open the conversation',
  contact: { name: 'Name', email: 'E-mail', phone: 'Phone', page: 'Page' },
  more: (messages) => (messages === 1 ? '… and one more message' : `… and ${messages} more messages`),
  transcript: {
    subject: (account) => `Your conversation with ${account}`,
    opening: (account) => `This is your conversation with ${account}. Times are UTC.`,
    visitor: 'You',
    file: (name) => `sent a file: ${name}`,
    joined: (agent) => `${agent} joined`,
    left: (agent) => `${agent} left`,
    resolved: 'The conversation was resolved',
    reopened: 'The conversation was reopened',
    rated: (value) => `Rating: ${{ 1: 'bad', 3: 'normal', 5: 'good' }[value]}`,
    cut: '… what was said before is too long for an e-mail.',
  },
};
