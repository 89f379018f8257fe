import type { Language } from '../../../web/language.ts';

const en = {
  checkEmail: {
    title: 'Check your email',
    lead: 'One step is left: confirm your signature from your inbox.',
    sentAgain: 'If a signature is waiting for that address, the email is on its way again.',
    steps: {
      open: 'Open our email. It comes from {sender}.',
      press: 'Follow its link and press “Confirm my signature”.',
      done: 'Then your signature counts for “{title}”.',
    },
    missingHeading: 'No email after a few minutes?',
    spam: 'Look in your spam or junk folder for a message from {sender}.',
    wait: 'The link waits for you for 30 days.',
    email: 'Email address',
    button: 'Send it again',
    working: 'Sending…',
    back: 'Back to the petition',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    checkEmail: {
      title: 'Revise su correo',
      lead: 'Falta un paso: confirme su firma desde su buzón.',
      sentAgain: 'Si hay una firma en espera para esa dirección, el correo va de nuevo en camino.',
      steps: {
        open: 'Abra nuestro correo. Viene de {sender}.',
        press: 'Siga el enlace y pulse «Confirmar mi firma».',
        done: 'Entonces su firma cuenta para «{title}».',
      },
      missingHeading: '¿No llega el correo en unos minutos?',
      spam: 'Busque un mensaje de {sender} en su carpeta de correo no deseado.',
      wait: 'El enlace le espera durante 30 días.',
      email: 'Correo electrónico',
      button: 'Enviarlo otra vez',
      working: 'Enviando…',
      back: 'Volver a la petición',
    },
  },
};
