import type { Language } from '../../web/language.ts';

/** Texts of the mail that announces erasure to a campaign's contact. */
const en = {
  subject: 'Names and addresses of “{title}” will be erased on {date}',
  lead: '“{title}” was closed on {closed}, and its personal data is kept for {days, plural, one {# day} other {# days}} after that.',
  what: 'On {date} the names, email addresses, streets and comments are erased for good. {confirmed, plural, one {The one person who counts stays counted} other {The # people who count stay counted}}; only the numbers remain.',
  putOff:
    'Is that too early, or was it closed by mistake? Ask whoever runs this site to put it off or to open it again before that day. These are the commands:',
  link: 'The page as it is now',
};

export const erasingCopy: Record<Language, typeof en> = {
  en,
  es: {
    subject: 'Los nombres y direcciones de «{title}» se borrarán el {date}',
    lead: '«{title}» se cerró el {closed}, y sus datos personales se guardan {days, plural, one {# día} other {# días}} más.',
    what: 'El {date} se borran para siempre los nombres, los correos, las calles y los comentarios. {confirmed, plural, one {La persona que cuenta sigue contando} other {Las # personas que cuentan siguen contando}}; solo quedan los números.',
    putOff:
      '¿Es demasiado pronto, o se cerró por error? Pida a quien administra este sitio que lo aplace o que vuelva a abrirla antes de ese día. Estas son las órdenes:',
    link: 'La página como está ahora',
  },
};
