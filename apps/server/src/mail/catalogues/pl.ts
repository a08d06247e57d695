import type { MailWords } from './mail-words.ts';

const rules = new Intl.PluralRules('pl');
const MESSAGES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'wiadomość', few: 'wiadomości' };

export const pl: MailWords = {
  sentBy: (publicUrl) => `Wysłano przez Vetrina, ${publicUrl}`,
  visitor: (number) => `Odwiedzający ${number}`,
  offline: {
    subject: (visitor) => `Wiadomość od: ${visitor}`,
    opening: (visitor) => `${visitor} pisze, gdy nikogo nie ma online:`,
  },
  missed: {
    subject: (visitor) => `Bez odpowiedzi: ${visitor}`,
    opening: (visitor) => `${visitor}: ta osoba napisała, czekała i opuściła stronę, zanim ktoś odpowiedział:`,
  },
  openConversation: 'Otwórz rozmowę',
  contact: { name: 'Imię i nazwisko', email: 'E-mail', phone: 'Telefon', page: 'Strona' },
  more: (messages) => `… i jeszcze ${messages} ${MESSAGES[rules.select(messages)] ?? 'wiadomości'}`,
  transcript: {
    subject: (account) => `Twoja rozmowa z ${account}`,
    opening: (account) => `To Twoja rozmowa z ${account}. Godziny w UTC.`,
    visitor: 'Ty',
    file: (name) => `przesłano plik: ${name}`,
    joined: (agent) => `${agent} dołącza do rozmowy`,
    left: (agent) => `${agent} opuszcza rozmowę`,
    resolved: 'Rozmowa została rozwiązana',
    reopened: 'Rozmowa została ponownie otwarta',
    rated: (value) => `Ocena: ${{ 1: 'źle', 3: 'normalnie', 5: 'dobrze' }[value]}`,
    cut: '… to, co powiedziano wcześniej, jest za długie na e-mail.',
  },
};
