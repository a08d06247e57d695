import type { AccountMailWords } from './account-mail-words.ts';

export const es: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} te invita a ${accountName}`,
    lines: [`${by} te invita al equipo de ${accountName}, para hablar con los visitantes de su sitio web.`],
    button: 'Aceptar la invitación',
    closing: 'El enlace vale 7 días y se puede usar una vez. Si no sabes de qué se trata, ignora este correo.',
  }),
  reset: {
    subject: 'Una contraseña nueva',
    lines: ['Alguien, esperamos que tú, ha pedido una contraseña nueva para tu acceso.'],
    button: 'Elegir una contraseña nueva',
    closing: 'El enlace vale una hora y se puede usar una vez. Si no has sido tú, ignora este correo.',
  },
};
