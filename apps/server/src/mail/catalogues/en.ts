import type { MailWords } from './mail-words.ts';

export const en: MailWords = {
  sentBy: (publicUrl) => `Sent by Vetrina, ${publicUrl}`,
  hours: (hours) => (hours === 1 ? '1 hour' : `${hours} hours`),
  days: (days) => (days === 1 ? '1 day' : `${days} days`),
  invitation: {
    subject: (inviter, account) => `${inviter} invites you to ${account}`,
    opening: (inviter, account) =>
      `${inviter} invites you to talk to the visitors of ${account} with Vetrina. Choose a name and a password, and you are in.`,
    button: 'Accept the invitation',
    validity: (span) => `The link is good for ${span}. If you expected no invitation, simply ignore this e-mail.`,
  },
  passwordReset: {
    subject: 'A new password for Vetrina',
    opening: 'Somebody asked for a new password for this e-mail address. If it was you, choose one here:',
    button: 'Choose a new password',
    validity: (span) => `The link is good for ${span}, and once.`,
    notYou: 'If it was not you, nothing has changed: your password is as before.',
  },
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
