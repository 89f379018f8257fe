import type { Language } from '../../../../web/language.ts';

/** For who has signed up, and for organizers. */
const en = {
  own: {
    heading: 'What this shift asks for',
    norms: 'The norms',
    training: 'The training',
    agreed: 'You agreed to version {version} on {date}',
    agreedBefore: 'You agreed to version {version}. The text has changed since',
    finished: 'Shown on {date}',
    missing: 'Not yet',
    noPlace: 'You have no place until all of this is met. A place is not kept for you meanwhile.',
    again: 'You keep your place. Please show us what is missing before you come.',
    waits: 'You keep your number in the line, but do not move up until all of this is met.',
    show: 'Show what is missing',
  },
  page: {
    title: 'What the shift asks for',
    lead: 'You signed up for “{shift}”. Show what it asks for: you then get a place, or join the waiting list if it is full.',
    leadUnconfirmed:
      'You signed up for “{shift}”. Show what it asks for, or do it later. When you have confirmed and all is met, you get a place, or join the waiting list.',
    leadHas: 'You have a place at “{shift}” and keep it. Show what is asked for now.',
    leadWaits: 'You wait for a place at “{shift}”. You can get one once you show what is asked for now.',
    file: 'Or choose its file',
    button: 'Show this',
    working: 'Checking…',
    doneTitle: 'All is met',
    done: 'There is nothing left to show for this shift.',
    back: 'Back to your sign-up',
  },
  next: 'You have no place yet',
  nextText:
    'You signed up for {when}. This shift asks for something first. The link in our email leads to your own page, which says what is missing.',
};

export const ownConditionsCopy: Record<Language, typeof en> = {
  en,
  es: {
    own: {
      heading: 'Lo que pide este turno',
      norms: 'Las normas',
      training: 'La formación',
      agreed: 'Usted aceptó la versión {version} el {date}',
      agreedBefore: 'Usted aceptó la versión {version}. Desde entonces el texto cambió',
      finished: 'Mostrada el {date}',
      missing: 'Todavía no',
      noPlace: 'No tiene lugar hasta que se cumpla todo esto. Mientras tanto no se le guarda ningún lugar.',
      again: 'Usted conserva su lugar. Muéstrenos lo que falta antes de venir.',
      waits: 'Usted conserva su número en la lista, pero no avanza hasta que se cumpla todo esto.',
      show: 'Mostrar lo que falta',
    },
    page: {
      title: 'Lo que pide el turno',
      lead: 'Usted se inscribió en «{shift}». Muestre lo que pide: entonces tiene lugar, o entra en la lista de espera si está lleno.',
      leadUnconfirmed:
        'Usted se inscribió en «{shift}». Muestre lo que pide, o hágalo después. Cuando haya confirmado y se cumpla todo, tiene lugar o entra en la lista de espera.',
      leadHas: 'Usted tiene lugar en «{shift}» y lo conserva. Muestre lo que se pide ahora.',
      leadWaits: 'Usted espera un lugar en «{shift}». Podrá tenerlo cuando muestre lo que se pide ahora.',
      file: 'O elija su archivo',
      button: 'Mostrar esto',
      working: 'Comprobando…',
      doneTitle: 'Se cumple todo',
      done: 'No queda nada por mostrar para este turno.',
      back: 'Volver a su inscripción',
    },
    next: 'Usted todavía no tiene lugar',
    nextText:
      'Usted se inscribió en {when}. Este turno pide algo antes. El enlace de nuestro correo lleva a su propia página, que dice lo que falta.',
  },
};
