import type { Language } from '../../../web/language.ts';

const en = {
  kept: {
    nothing: 'No cookie, no advertising and no program of another company that follows you.',
    connections:
      'How many forms come from one internet connection in a day, under a code that does not show the connection.',
  },
  given: {
    host: 'The site runs on computers of Cloudflare, a company in the United States.',
    resend:
      'Our emails go out through Resend, a company in the United States. It gets your email address and the text of the email.',
    noMail: 'This is a copy of the site for trying it: its emails stay on it.',
    turnstile:
      'Forms ask Cloudflare Turnstile whether you are a person. It sees your internet address and facts about your browser.',
  },
  until: { connections: 'The counts of connections are erased after two days.' },
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    kept: {
      nothing: 'Ninguna cookie, ninguna publicidad y ningún programa de otra empresa que le siga.',
      connections:
        'Cuántos formularios llegan de una misma conexión en un día, con un código que no muestra la conexión.',
    },
    given: {
      host: 'El sitio funciona en computadoras de Cloudflare, una empresa de los Estados Unidos.',
      resend:
        'Nuestros correos salen por Resend, una empresa de los Estados Unidos. Recibe su correo y el texto del mensaje.',
      noMail: 'Esta es una copia del sitio para probarlo: sus correos se quedan en ella.',
      turnstile:
        'Los formularios preguntan a Cloudflare Turnstile si usted es una persona. Ve su dirección de internet y datos de su navegador.',
    },
    until: { connections: 'Las cuentas de conexiones se borran a los dos días.' },
  },
};
