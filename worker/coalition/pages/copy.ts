import type { Language } from '../../../web/language.ts';

const en = {
  title: '{partner}: what came through you',
  intro:
    'This page shows what came through your links, forms and posters, and what all partners have brought together.',
  role: 'The campaign says of you: “{role}”',
  retired: 'You are no longer listed as a partner. You keep the credit for what came through you.',
  norms: {
    heading: 'What all partners agree to',
    together: 'Working together',
    agreed: 'You agreed on {date}.',
    notYet: 'You have not agreed yet to what all partners agree to.',
    changed:
      'You have not agreed yet to what all partners agree to now. The text has changed since you last did.',
    answer: 'Read the text and answer',
    open: 'Agree, and see what all partners share: agenda, ideas, notes',
  },
  download: {
    heading: 'Download',
    csv: 'Your numbers as CSV, for a spreadsheet',
    json: 'Your numbers and everyone’s as JSON',
    columns: 'What the columns of the CSV mean',
  },
  link: {
    heading: 'This link',
    text: 'This page needs no password: whoever has the link can read it. If it has gone to the wrong people, write to {contact}. You get a new one, and this one stops working.',
  },
  gone: {
    title: 'This link has been replaced',
    text: 'The page of {partner} has a new address. Ask the campaign for it: {contact}.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'Part of it may be missing. Copy the whole link from where you got it.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: '{partner}: lo que llegó por usted',
    intro:
      'Esta página muestra lo que llegó por sus enlaces, formularios y carteles, y lo que se ha reunido entre todos los socios.',
    role: 'La campaña dice de ustedes: «{role}»',
    retired: 'Usted ya no figura como socio. Lo que llegó por usted se le sigue acreditando.',
    norms: {
      heading: 'Lo que acuerdan todos los socios',
      together: 'Trabajar juntos',
      agreed: 'Usted lo aceptó el {date}.',
      notYet: 'Usted todavía no ha aceptado lo que aceptan todos los socios.',
      changed:
        'Usted todavía no ha aceptado lo que aceptan ahora todos los socios. El texto ha cambiado desde la última vez.',
      answer: 'Leer el texto y responder',
      open: 'Aceptar, y ver lo que comparten todos: agenda, ideas, notas',
    },
    download: {
      heading: 'Descargar',
      csv: 'Sus números en CSV, para una hoja de cálculo',
      json: 'Sus números y los de todos en JSON',
      columns: 'Qué significan las columnas del CSV',
    },
    link: {
      heading: 'Este enlace',
      text: 'Esta página no pide contraseña: quien tiene el enlace puede leerla. Si llegó a manos equivocadas, escriba a {contact}. Recibirá uno nuevo, y este dejará de funcionar.',
    },
    gone: {
      title: 'Este enlace fue sustituido',
      text: 'La página de {partner} tiene otra dirección. Pídala a la campaña: {contact}.',
    },
    unknown: {
      title: 'Este enlace no funciona',
      text: 'Puede que falte una parte. Copie el enlace entero de donde lo recibió.',
    },
  },
};
