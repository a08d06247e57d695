import type { MailWords } from './mail-words.ts';

export const de: MailWords = {
  sentBy: (publicUrl) => `Gesendet von Vetrina, ${publicUrl}`,
  visitor: (number) => `Besucher ${number}`,
  offline: {
    subject: (visitor) => `${visitor} hat eine Nachricht hinterlassen`,
    opening: (visitor) => `${visitor} hat geschrieben, während niemand online war:`,
  },
  missed: {
    subject: (visitor) => `${visitor} ist ohne Antwort gegangen`,
    opening: (visitor) =>
      `${visitor} hat geschrieben, gewartet und die Website verlassen, bevor jemand geantwortet hat:`,
  },
  openConversation: 'Gespräch öffnen',
  contact: { name: 'Name', email: 'E-Mail', phone: 'Telefon', page: 'Seite' },
  more: (messages) => (messages === 1 ? '… und eine weitere Nachricht' : `… und ${messages} weitere Nachrichten`),
  transcript: {
    subject: (account) => `Ihr Gespräch mit ${account}`,
    opening: (account) => `Das ist Ihr Gespräch mit ${account}. Zeiten in UTC.`,
    visitor: 'Sie',
    file: (name) => `hat eine Datei gesendet: ${name}`,
    joined: (agent) => `${agent} ist beigetreten`,
    left: (agent) => `${agent} hat das Gespräch verlassen`,
    resolved: 'Das Gespräch wurde als erledigt markiert',
    reopened: 'Das Gespräch wurde wieder aufgenommen',
    rated: (value) => `Bewertung: ${{ 1: 'schlecht', 3: 'in Ordnung', 5: 'gut' }[value]}`,
    cut: '… was davor gesagt wurde, ist zu lang für eine E-Mail.',
  },
};
