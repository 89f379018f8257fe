import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Other sites',
  lead: 'We read the signed statements of these sites four times a day. What does not check out is not added up.',
  none: 'The campaign names no other site and no city.',
  write: 'Name them in “Write and publish”',
  here: 'This site',
  states: {
    fine: 'Everything checks out.',
    unread: 'It was not read yet.',
    cities: 'Its log checks out. See the notes on its cities.',
    failed: '{reason} It has been so since {since}.',
    never: '{reason} It has never been reached.',
    out: 'It is out of the sum, and we do not read it any more. Only you can decide to begin anew.',
  },
  readAt: 'Last read: {at}.',
  verifiedAt: 'Last time that everything checked out: {at}.',
  size: '{size, plural, one {One statement} other {# statements}} in its log.',
  caption: 'Cities there',
  columns: {
    city: 'City',
    week: 'Last week',
    signatures: 'Signatures',
    answers: 'Answers',
    trained: 'Trained',
    note: 'Note',
  },
  noWeek: '–',
  read: 'Read it again now',
  anew: 'Begin anew',
  anewText:
    'Forgets all that we read of this site, with its key. The next reading believes what the site shows then. Ask its organizers first what happened.',
  why: 'Why',
  whyMissing: 'Say why, for the log',
  working: 'Saving…',
  waits:
    '{n, plural, one {# site has rewritten its log and waits} other {# sites have rewritten their logs and wait}} for your decision',
  acts: {
    read: 'Asked to read {subject} again',
    anew: 'Began anew with {subject}',
  },
};

export const networkCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Otros sitios',
    lead: 'Leemos las constancias firmadas de estos sitios cuatro veces al día. Lo que no se puede comprobar no se suma.',
    none: 'La campaña no nombra otros sitios ni ciudades.',
    write: 'Nómbrelos en «Escribir y publicar»',
    here: 'Este sitio',
    states: {
      fine: 'Todo está comprobado.',
      unread: 'Todavía no se ha leído.',
      cities: 'Su registro está comprobado. Vea las notas de sus ciudades.',
      failed: '{reason} Es así desde el {since}.',
      never: '{reason} Nunca ha habido conexión.',
      out: 'Está fuera de la suma y ya no lo leemos. Solo usted puede decidir empezar de nuevo.',
    },
    readAt: 'Última lectura: {at}.',
    verifiedAt: 'Última vez que todo se pudo comprobar: {at}.',
    size: '{size, plural, one {Una constancia} other {# constancias}} en su registro.',
    caption: 'Ciudades allí',
    columns: {
      city: 'Ciudad',
      week: 'Última semana',
      signatures: 'Firmas',
      answers: 'Respuestas',
      trained: 'Formados',
      note: 'Nota',
    },
    noWeek: '–',
    read: 'Leerlo otra vez ahora',
    anew: 'Empezar de nuevo',
    anewText:
      'Olvida todo lo que leímos de este sitio, también su clave. La próxima lectura cree lo que el sitio muestre entonces. Pregunte antes a quienes lo organizan qué pasó.',
    why: 'Por qué',
    whyMissing: 'Diga por qué, para el registro',
    working: 'Guardando…',
    waits:
      '{n, plural, one {# sitio reescribió su registro y espera} other {# sitios reescribieron su registro y esperan}} su decisión',
    acts: {
      read: 'Se pidió leer otra vez {subject}',
      anew: 'Se empezó de nuevo con {subject}',
    },
  },
};
