import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Sign in',
  lead: 'For organizers of a campaign. Residents need no account.',
  email: 'Your email address',
  hint: 'We send you a link that signs you in.',
  send: 'Send me a link',
  sending: 'Sending…',
  errors: {
    email: 'Enter an email address, such as name@example.org',
    limit: 'Too many links were asked for from here. Wait a minute, then try again.',
    passkey: 'That passkey did not sign you in. Try it once more, or ask for a link.',
  },
  passkey: 'Sign in with a passkey',
  signing: 'Signing in…',
  sent: {
    title: 'Look into your mail',
    text: 'If that address belongs to an organizer, a link is on its way. Open it in this browser within ten minutes.',
    again: 'Nothing came? Look under spam, or ask for another link.',
  },
  link: { title: 'Sign in to the console', text: 'One press and you are in, for twelve hours.' },
  problem: {
    unknown: { title: 'This link is not one of ours', text: 'It may have been cut off. Ask for a new one.' },
    used: { title: 'This link was used already', text: 'Each link signs in once. Ask for a new one.' },
    late: { title: 'This link is too old', text: 'A link works for ten minutes. Ask for a new one.' },
    foreign: {
      title: 'This link belongs to another browser',
      text: 'It works only in the browser in which it was asked for. Open it there, or ask for a new one here.',
    },
  },
  ask: 'Ask for a new link',
};

export const signInCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Entrar',
    lead: 'Para quienes organizan una campaña. Los residentes no necesitan cuenta.',
    email: 'Su correo electrónico',
    hint: 'Le enviamos un enlace para entrar.',
    send: 'Envíenme un enlace',
    sending: 'Enviando…',
    errors: {
      email: 'Escriba un correo electrónico, como nombre@example.org',
      limit: 'Se pidieron demasiados enlaces desde aquí. Espere un minuto y vuelva a intentarlo.',
      passkey: 'Esa llave de acceso no le dejó entrar. Inténtelo otra vez o pida un enlace.',
    },
    passkey: 'Entrar con una llave de acceso',
    signing: 'Entrando…',
    sent: {
      title: 'Revise su correo',
      text: 'Si esa dirección es de alguien que organiza, el enlace va en camino. Ábralo en este navegador antes de diez minutos.',
      again: '¿No llegó nada? Busque en el correo no deseado o pida otro enlace.',
    },
    link: { title: 'Entrar a la consola', text: 'Presione una vez y podrá trabajar durante doce horas.' },
    problem: {
      unknown: { title: 'Este enlace no es nuestro', text: 'Quizá se cortó. Pida uno nuevo.' },
      used: { title: 'Este enlace ya se usó', text: 'Cada enlace sirve una sola vez. Pida uno nuevo.' },
      late: { title: 'Este enlace ya venció', text: 'Un enlace sirve durante diez minutos. Pida uno nuevo.' },
      foreign: {
        title: 'Este enlace es de otro navegador',
        text: 'Solo sirve en el navegador en el que se pidió. Ábralo allí o pida uno nuevo aquí.',
      },
    },
    ask: 'Pedir un enlace nuevo',
  },
};
