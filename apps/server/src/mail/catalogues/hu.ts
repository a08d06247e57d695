import type { MailWords } from './mail-words.ts';

export const hu: MailWords = {
  sentBy: (publicUrl) => `Küldte: Vetrina, ${publicUrl}`,
  visitor: (number) => `${number}. látogató`,
  offline: {
    subject: (visitor) => `${visitor} üzenetet hagyott`,
    opening: (visitor) => `${visitor} írt, amíg senki sem volt online:`,
  },
  missed: {
    subject: (visitor) => `${visitor} válasz nélkül távozott`,
    opening: (visitor) => `${visitor} írt, várt, és elhagyta a webhelyet, mielőtt bárki válaszolt volna:`,
  },
  openConversation: 'A beszélgetés megnyitása',
  contact: { name: 'Név', email: 'E-mail', phone: 'Telefon', page: 'Oldal' },
  more: (messages) => `… és még ${messages} üzenet`,
  transcript: {
    subject: (account) => `Beszélgetése: ${account}`,
    opening: (account) => `Ez az Ön beszélgetése a következővel: ${account}. Az időpontok UTC szerint értendők.`,
    visitor: 'Ön',
    file: (name) => `fájlt küldött: ${name}`,
    joined: (agent) => `${agent} csatlakozott`,
    left: (agent) => `${agent} kilépett`,
    resolved: 'A beszélgetés megoldva',
    reopened: 'A beszélgetés újranyitva',
    rated: (value) => `Értékelés: ${{ 1: 'rossz', 3: 'átlagos', 5: 'jó' }[value]}`,
    cut: '… ami előtte elhangzott, túl hosszú egy e-mailhez.',
  },
};
