import type { Language } from '../../web/language.ts';

/** Texts of mails to supporters for every kind of action. Placeholders in braces are ICU. */
const en = {
  reminder: {
    last: 'This is the last time we remind you. If you do nothing, we erase what you sent on {erasedOn}.',
    next: 'If you do nothing, we write once more and then erase what you sent.',
  },
  counted: {
    again:
      'Was it you? If you say so, the partner whose link you used sees that one more person had already been counted, but never who.',
    link: 'Yes, that was me',
  },
  invited: {
    subject: 'Does your signature count here too? {title}',
    lead: 'The campaign “{title}” says that you signed for it on another site. Here your signature counts only if you confirm it.',
    once: 'We write to you about this once. If you do nothing, we erase what we were given on {erasedOn}.',
  },
  newLink: {
    subject: 'Your new link: {title}',
    lead: 'You asked for a new link for “{title}”. The links in our earlier emails about it no longer work; the ones in this email do.',
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
        '¿Fue usted? Si lo dice, el socio cuyo enlace usó verá que una persona más ya estaba contada, pero nunca quién.',
      link: 'Sí, fui yo',
    },
    invited: {
      subject: '¿Cuenta su firma también aquí? {title}',
      lead: 'La campaña «{title}» dice que usted la firmó en otro sitio. Aquí su firma solo cuenta si usted la confirma.',
      once: 'Le escribimos sobre esto una sola vez. Si no hace nada, borraremos el {erasedOn} lo que nos dieron.',
    },
    newLink: {
      subject: 'Su enlace nuevo: {title}',
      lead: 'Usted pidió un enlace nuevo para «{title}». Los enlaces de nuestros correos anteriores sobre esto ya no sirven; los de este correo, sí.',
    },
    supporterPage: 'Su propia página',
    keep: 'Guarde este correo: sus enlaces son solo suyos, así que no lo reenvíe.',
    contact: 'Preguntas: {contact}',
  },
};
