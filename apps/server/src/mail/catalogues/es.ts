import type { MailWords } from './mail-words.ts';

export const es: MailWords = {
  sentBy: (publicUrl) => `Enviado por Vetrina, ${publicUrl}`,
  visitor: (number) => `Visitante ${number}`,
  offline: {
    subject: (visitor) => `${visitor} dejó un mensaje`,
    opening: (visitor) => `${visitor} escribió mientras no había nadie en línea:`,
  },
  missed: {
    subject: (visitor) => `${visitor} se fue sin respuesta`,
    opening: (visitor) => `${visitor} escribió, esperó y dejó el sitio antes de que alguien respondiera:`,
  },
  openConversation: 'Abrir la conversación',
  contact: { name: 'Nombre', email: 'Correo electrónico', phone: 'Teléfono', page: 'Página' },
  more: (messages) => (messages === 1 ? '… y un mensaje más' : `… y ${messages} mensajes más`),
  transcript: {
    subject: (account) => `Tu conversación con ${account}`,
    opening: (account) => `Esta es tu conversación con ${account}. Las horas están en UTC.`,
    visitor: 'Tú',
    file: (name) => `envió un archivo: ${name}`,
    joined: (agent) => `${agent} se unió`,
    left: (agent) => `${agent} salió`,
    resolved: 'La conversación se resolvió',
    reopened: 'La conversación se reabrió',
    rated: (value) => `Valoración: ${{ 1: 'mal', 3: 'normal', 5: 'bien' }[value]}`,
    cut: '… lo que se dijo antes es demasiado largo para un correo.',
  },
};
