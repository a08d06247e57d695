import type { MailWords } from './mail-words.ts';

export const nl: MailWords = {
  sentBy: (publicUrl) => `Verstuurd door Vetrina, ${publicUrl}`,
  visitor: (number) => `Bezoeker ${number}`,
  offline: {
    subject: (visitor) => `${visitor} heeft een bericht achtergelaten`,
    opening: (visitor) => `${visitor} schreef terwijl er niemand online was:`,
  },
  missed: {
    subject: (visitor) => `${visitor} ging weg zonder antwoord`,
    opening: (visitor) => `${visitor} schreef, wachtte en verliet de site voordat iemand antwoordde:`,
  },
  openConversation: 'Het gesprek openen',
  contact: { name: 'Naam', email: 'E-mail', phone: 'Telefoon', page: 'Pagina' },
  more: (messages) => (messages === 1 ? '… en nog één bericht' : `… en nog ${messages} berichten`),
  transcript: {
    subject: (account) => `Je gesprek met ${account}`,
    opening: (account) => `Dit is je gesprek met ${account}. Tijden zijn UTC.`,
    visitor: 'Jij',
    file: (name) => `stuurde een bestand: ${name}`,
    joined: (agent) => `${agent} neemt deel`,
    left: (agent) => `${agent} heeft het gesprek verlaten`,
    resolved: 'Het gesprek is opgelost',
    reopened: 'Het gesprek is heropend',
    rated: (value) => `Beoordeling: ${{ 1: 'slecht', 3: 'normaal', 5: 'goed' }[value]}`,
    cut: '… wat ervoor is gezegd, is te lang voor een e-mail.',
  },
};
