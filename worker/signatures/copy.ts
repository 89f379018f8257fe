import type { Language } from '../../web/language.ts';

/** What mails to supporters say whatever they took part in. Placeholders in braces are ICU. */
const en = {
  reminder: {
    last: 'This is the last time we remind you. If you do nothing, we erase what you sent on {erasedOn}.',
    next: 'If you do nothing, we write once more and then erase what you sent.',
  },
  counted: {
    again:
      'Was it you? If you say so, whoever brought you this time sees one more person who counts already. They never see who.',
    link: 'It was me: count me once',
  },
  supporterPage: 'Your own page',
  keep: 'Keep this email: the links in it are yours alone, so do not forward it.',
  contact: 'Questions: {contact}',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    reminder: {
      last: 'Es la última vez que se lo recordamos. Si no hace nada, borraremos lo que envió el {erasedOn}.',
      next: 'Si no hace nada, le escribiremos una vez más y después borraremos lo que envió.',
    },
    counted: {
      again:
        '¿Fue usted? Si lo dice, quien le trajo esta vez verá que una persona más ya cuenta. Nunca verá quién.',
      link: 'Fui yo: cuénteme una vez',
    },
    supporterPage: 'Su propia página',
    keep: 'Guarde este correo: sus enlaces son solo suyos, así que no lo reenvíe.',
    contact: 'Preguntas: {contact}',
  },
};
