import type { Language } from '../../../web/language.ts';

/** Texts for who signed up: on the page that confirms, on their own page, and where they change it. */
const en = {
  heading: 'Your time',
  time: 'Time',
  status: 'Your place',
  seat: {
    has: 'You have a place.',
    waits:
      '{n, plural, =0 {You are next on the waiting list.} other {You are on the waiting list. {count} before you.}} We write to you when you have a place.',
    none: 'You have no place at this time.',
    late: 'This time had begun when you confirmed, so you have no place.',
    unmet: 'You have no place yet: this shift asks for something first.',
    unconfirmed: 'None yet. When you confirm, you get a place if one is free, or join the waiting list.',
  },
  moreThan: 'More than {count}',
  cancelled: 'The event is canceled.',
  note: 'How we can make it safe for you',
  nothing: 'Nothing',
  calendarTitle: 'Title in your calendar',
  change: 'Change the time or what you told us',
  calendar: 'Put it in your calendar',
  edit: {
    title: 'Change your sign-up',
    lead: {
      my: 'Choose another time, or change what you told us. If you change to another time, your place at this one is free at once.',
      confirm: 'Nothing counts yet. Change what you like; then the page with the button comes back.',
    },
    mayWait: 'If that time is full, put me on its waiting list',
    mayWaitHint: 'You then give up the place that you have now.',
    mine: {
      has: 'This is your time now: you have a place.',
      waits: 'This is your time now: you are on its waiting list.',
    },
    button: 'Save',
    working: 'Saving…',
    back: { my: 'Back to your own page', confirm: 'Back without changing anything' },
    settledTitle: 'This can no longer be changed',
    settled: 'Your sign-up does not count any more, or the event has begun.',
    'read-only':
      'Nothing can be stored at the moment. What you entered is still here: try again in a few minutes.',
  },
  next: {
    has: 'Put it in your calendar',
    hasText: 'You have a place: {when}.',
    waits: 'You are on the waiting list',
    waitsText: 'All places are taken: {when}. We write to you when one is yours.',
  },
};

export const ownCopy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Su horario',
    time: 'Horario',
    status: 'Su lugar',
    seat: {
      has: 'Usted tiene lugar.',
      waits:
        '{n, plural, =0 {Usted es la siguiente persona en la lista de espera.} other {Usted está en la lista de espera. Antes: {count}.}} Le escribimos cuando tenga lugar.',
      none: 'Usted no tiene lugar en este horario.',
      late: 'Este horario ya había comenzado cuando usted confirmó, así que no tiene lugar.',
      unmet: 'Usted todavía no tiene lugar: este turno pide algo antes.',
      unconfirmed:
        'Todavía ninguno. Cuando confirme, tendrá lugar si queda alguno, o entrará en la lista de espera.',
    },
    moreThan: 'Más de {count}',
    cancelled: 'El evento se canceló.',
    note: 'Cómo podemos hacer que sea seguro para usted',
    nothing: 'Nada',
    calendarTitle: 'Título en su calendario',
    change: 'Cambiar el horario o lo que nos contó',
    calendar: 'Ponerlo en su calendario',
    edit: {
      title: 'Cambiar su inscripción',
      lead: {
        my: 'Elija otro horario o cambie lo que nos contó. Si pasa a otro horario, su lugar en este queda libre enseguida.',
        confirm: 'Todavía nada cuenta. Cambie lo que quiera; después vuelve la página con el botón.',
      },
      mayWait: 'Si ese horario está lleno, quiero entrar en su lista de espera',
      mayWaitHint: 'Entonces deja el lugar que tiene ahora.',
      mine: {
        has: 'Este es su horario ahora: usted tiene lugar.',
        waits: 'Este es su horario ahora: usted está en su lista de espera.',
      },
      button: 'Guardar',
      working: 'Guardando…',
      back: { my: 'Volver a su propia página', confirm: 'Volver sin cambiar nada' },
      settledTitle: 'Esto ya no se puede cambiar',
      settled: 'Su inscripción ya no cuenta, o el evento ya comenzó.',
      'read-only':
        'Por el momento no se puede guardar nada. Lo que escribió sigue aquí: vuelva a intentarlo en unos minutos.',
    },
    next: {
      has: 'Ponerlo en su calendario',
      hasText: 'Usted tiene lugar: {when}.',
      waits: 'Usted está en la lista de espera',
      waitsText: 'No queda lugar: {when}. Le escribimos cuando uno sea suyo.',
    },
  },
};
