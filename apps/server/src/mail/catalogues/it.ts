import type { MailWords } from './mail-words.ts';

export const it: MailWords = {
  sentBy: (publicUrl) => `Inviato da Vetrina, ${publicUrl}`,
  hours: (hours) => (hours === 1 ? '1 ora' : `${hours} ore`),
  days: (days) => (days === 1 ? '1 giorno' : `${days} giorni`),
  invitation: {
    subject: (inviter, account) => `${inviter} ti invita in ${account}`,
    opening: (inviter, account) =>
      `${inviter} ti invita a parlare con i visitatori di ${account} usando Vetrina. Scegli un nome e una password per entrare.`,
    button: 'Accetta l’invito',
    validity: (span) => `Il link vale ${span}. Se non aspettavi un invito, ignora pure questa e-mail.`,
  },
  passwordReset: {
    subject: 'Una nuova password per Vetrina',
    opening: 'Qualcuno ha chiesto una nuova password per questo indirizzo. Se sei stato tu, sceglila qui:',
    button: 'Scegli una nuova password',
    validity: (span) => `Il link vale ${span} e si può usare una volta sola.`,
    notYou: 'Se non sei stato tu, non è cambiato nulla: la tua password è quella di prima.',
  },
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
