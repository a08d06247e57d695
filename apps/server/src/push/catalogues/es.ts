import type { PushWords } from './push-words.ts';

export const es: PushWords = {
  visitor: (number) => `Visitante ${number}`,
  newConversation: (visitor) => `Nueva conversación con ${visitor}`,
  assigned: (visitor) => `Se te ha asignado la conversación con ${visitor}`,
  visitorsCame: (count, visitor) => (count === 1 ? visitor : `${count} visitantes nuevos`),
  onYourSite: 'Ahora en tu sitio',
  viewEntered: (count, visitor, view) =>
    count === 1 ? `${visitor} está en «${view}»` : `${count} visitantes en «${view}»`,
  test: {
    title: 'Este dispositivo recibe notificaciones',
    body: 'Así se verán las conversaciones y los mensajes nuevos.',
  },
};
