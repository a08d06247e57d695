import type { MailWords } from './mail-words.ts';

export const fr: MailWords = {
  sentBy: (publicUrl) => `Envoyé par Vetrina, ${publicUrl}`,
  visitor: (number) => `Visiteur ${number}`,
  offline: {
    subject: (visitor) => `${visitor} a laissé un message`,
    opening: (visitor) => `${visitor} a écrit alors que personne n’était en ligne :`,
  },
  missed: {
    subject: (visitor) => `${visitor} est parti sans réponse`,
    opening: (visitor) => `${visitor} a écrit, a attendu, et a quitté le site avant que quelqu’un réponde :`,
  },
  openConversation: 'Ouvrir la conversation',
  contact: { name: 'Nom', email: 'E-mail', phone: 'Téléphone', page: 'Page' },
  more: (messages) => (messages === 1 ? '… et un autre message' : `… et ${messages} autres messages`),
  transcript: {
    subject: (account) => `Votre conversation avec ${account}`,
    opening: (account) => `Voici votre conversation avec ${account}. Les heures sont en UTC.`,
    visitor: 'Vous',
    file: (name) => `a envoyé un fichier : ${name}`,
    joined: (agent) => `${agent} a rejoint la conversation`,
    left: (agent) => `${agent} a quitté la conversation`,
    resolved: 'La conversation a été résolue',
    reopened: 'La conversation a été rouverte',
    rated: (value) => `Évaluation : ${{ 1: 'mauvais', 3: 'normal', 5: 'bon' }[value]}`,
    cut: '… ce qui a été dit avant est trop long pour un e-mail.',
  },
};
