import type { MailWords } from './mail-words.ts';

export const it: MailWords = {
  sentBy: (publicUrl) => `Inviato da Vetrina, ${publicUrl}`,
  visitor: (number) => `Visitatore ${number}`,
  offline: {
    subject: (visitor) => `${visitor} ha lasciato un messaggio`,
    opening: (visitor) => `${visitor} ha scritto mentre nessuno era online:`,
  },
  missed: {
    subject: (visitor) => `${visitor} se n’è andato senza risposta`,
    opening: (visitor) => `${visitor} ha scritto, ha aspettato e ha lasciato il sito prima che qualcuno rispondesse:`,
  },
  openConversation: 'Apri la conversazione',
  contact: { name: 'Nome', email: 'E-mail', phone: 'Telefono', page: 'Pagina' },
  more: (messages) => (messages === 1 ? '… e un altro messaggio' : `… e altri ${messages} messaggi`),
  transcript: {
    subject: (account) => `La tua conversazione con ${account}`,
    opening: (account) => `Ecco la tua conversazione con ${account}. Gli orari sono UTC.`,
    visitor: 'Tu',
    file: (name) => `ha inviato un file: ${name}`,
    joined: (agent) => `${agent} è entrato nella conversazione`,
    left: (agent) => `${agent} ha lasciato la conversazione`,
    resolved: 'La conversazione è stata risolta',
    reopened: 'La conversazione è stata riaperta',
    rated: (value) => `Valutazione: ${{ 1: 'negativa', 3: 'normale', 5: 'positiva' }[value]}`,
    cut: '… ciò che è stato detto prima è troppo lungo per un’e-mail.',
  },
};
