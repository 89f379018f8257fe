import type { Language } from '../../web/language.ts';

const en = {
  masthead: 'Undersigned, the console',
  signIn: {
    subject: 'Sign in to the console',
    text: 'Open this page in the browser in which you asked for it, and press the button there. The link works once, for ten minutes.',
    button: 'Sign in',
    notYou: 'If you did not ask for this, do nothing: nobody comes in without this mail.',
  },
  invite: {
    subject: 'You can work on “{campaign}”',
    text: 'An owner of “{campaign}” has given you access to its console. Your role: {role}.',
    how: 'To come in, open the page below and enter this address, {email}. We then send you a link.',
    button: 'Open the console',
    notYou: 'If this means nothing to you, do nothing. Access that nobody uses ends after 90 days.',
  },
  waiting: {
    subject: 'Something has waited for more than a day',
    text: 'This waits in the console:',
    button: 'Open the console',
    stop: 'This mail comes at most once a day. You can turn it off on the page “My access” in the console.',
  },
};

export const mailCopy: Record<Language, typeof en> = {
  en,
  es: {
    masthead: 'Undersigned, la consola',
    signIn: {
      subject: 'Entrar a la consola',
      text: 'Abra esta página en el navegador en el que la pidió y presione allí el botón. El enlace sirve una vez y durante diez minutos.',
      button: 'Entrar',
      notYou: 'Si usted no lo pidió, no haga nada: sin este correo nadie entra.',
    },
    invite: {
      subject: 'Usted puede trabajar en «{campaign}»',
      text: 'Una persona responsable de «{campaign}» le dio acceso a su consola. Su función: {role}.',
      how: 'Para entrar, abra la página de abajo y escriba esta dirección, {email}. Entonces le enviaremos un enlace.',
      button: 'Abrir la consola',
      notYou: 'Si esto no le dice nada, no haga nada. Un acceso que nadie usa termina a los 90 días.',
    },
    waiting: {
      subject: 'Algo lleva más de un día pendiente',
      text: 'Esto está pendiente en la consola:',
      button: 'Abrir la consola',
      stop: 'Este correo llega como mucho una vez al día. Puede desactivarlo en la página «Mi acceso» de la consola.',
    },
  },
};
