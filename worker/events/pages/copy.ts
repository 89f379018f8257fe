import type { Language } from '../../../web/language.ts';

const en = {
  goesTo:
    'Organized by the campaign. It is about what we ask {whole, select, yes {the council} other {the committee}} to do.',
  when: 'When',
  where: 'Where',
  online: 'Join online',
  heldBack: 'You get the address on your own page and in our reminders, once you have a place.',
  left: '{n, plural, =0 {Full} one {One place left} other {{count} places left}}',
  waiting: '{n, plural, =0 {no one waits yet} one {one person waits} other {{count} people wait}}',
  past: 'This time has begun.',
  zone: 'All times are {zone}.',
  facts: 'Good to know',
  accessibility: 'Access',
  languages: 'Languages',
  interpreters: 'Interpreters',
  childCare: 'Child care',
  calendar: 'Add it to a calendar',
  over: 'This event is over.',
  cancelled: 'This event is canceled.',
  cancelledWhy: 'Why: {why}',
  closes: 'You can sign up until {date}.',
  textChanged: 'The text was changed on {date}, after people had signed up.',
  notice: {
    'closed-meanwhile': 'Sign-up closed before your form reached us, so nothing was stored.',
    'signing-paused':
      'Sign-up is paused for a short while. Come back in a few minutes. If you have signed up, you can still confirm it with the link in our email.',
  },
  form: {
    heading: 'Sign up',
    slot: 'Which time?',
    fullSlot: 'Full: you join the waiting list, where {waiting}.',
    note: 'How can we make it safe for you?',
    noteHint:
      'Leave it empty if you like. Only an owner or an editor of the campaign can open it, and each time is written down. It is deleted a week after the event.',
    neutral: 'Use a neutral title in my calendar',
    neutralHint: 'The entry is then called “{title}” and does not name the campaign.',
    emailHint: 'We send a link there. You have a place once you confirm.',
    button: 'Sign up',
    working: 'Sending…',
    privacy:
      'We keep your name, your email address and what you write encrypted. You can see, change, cancel or erase it at any time.',
  },
  error: {
    slot: {
      missing: 'Choose a time',
      'not-one-of': 'This time can no longer be chosen. Choose another one',
      full: 'This time is full now. Choose another one, or check the box to wait for it',
    },
    safe_note: {
      'too-long': 'Shorten what we should know to 1,000 characters',
      'bad-characters': 'What we should know has characters that we cannot keep. Type it again',
    },
    form_token: {
      limit: 'Too many sign-ups came from this connection. Wait a minute, then press the button again',
      'limit-today':
        'Too many sign-ups came from this connection today. Sign up from another connection, or tomorrow',
      overloaded:
        'Many people are signing up right now. What you entered is still here: wait a few seconds, then press the button again',
      'signing-paused':
        'Sign-up is paused, so nothing was stored. What you entered is still here: press the button again in a few minutes',
    },
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    goesTo:
      'Lo organiza la campaña. Trata de lo que pedimos que haga {whole, select, yes {el concejo} other {el comité}}.',
    when: 'Cuándo',
    where: 'Dónde',
    online: 'Participar en línea',
    heldBack:
      'La dirección aparece en su propia página y en nuestros recordatorios cuando usted tiene lugar.',
    left: '{n, plural, =0 {Lleno} one {Queda un lugar} other {Quedan {count} lugares}}',
    waiting:
      '{n, plural, =0 {nadie espera todavía} one {una persona espera} other {{count} personas esperan}}',
    past: 'Este horario ya comenzó.',
    zone: 'Todas las horas son en {zone}.',
    facts: 'Conviene saber',
    accessibility: 'Accesibilidad',
    languages: 'Idiomas',
    interpreters: 'Intérpretes',
    childCare: 'Cuidado de niños',
    calendar: 'Añadirlo a un calendario',
    over: 'Este evento ya terminó.',
    cancelled: 'Este evento se canceló.',
    cancelledWhy: 'Motivo: {why}',
    closes: 'Puede inscribirse hasta el {date}.',
    textChanged: 'El texto se cambió el {date}, cuando ya había inscripciones.',
    notice: {
      'closed-meanwhile':
        'Las inscripciones cerraron antes de que llegara su formulario, así que no se guardó nada.',
      'signing-paused':
        'Las inscripciones están en pausa por un momento. Vuelva en unos minutos. Si usted ya se inscribió, todavía puede confirmar con el enlace de nuestro correo.',
    },
    form: {
      heading: 'Inscribirse',
      slot: '¿Qué horario?',
      fullSlot: 'Lleno: usted entra en la lista de espera, donde {waiting}.',
      note: '¿Cómo podemos hacer que sea seguro para usted?',
      noteHint:
        'Puede dejarlo vacío. Solo lo puede abrir una persona dueña o editora de la campaña, y cada vez queda anotado. Se borra una semana después del evento.',
      neutral: 'Usar un título neutro en mi calendario',
      neutralHint: 'La entrada se llama entonces «{title}» y no nombra la campaña.',
      emailHint: 'Allí enviamos un enlace. Usted tiene lugar cuando lo confirma.',
      button: 'Inscribirme',
      working: 'Enviando…',
      privacy:
        'Guardamos cifrados su nombre, su correo y lo que escribe. Puede verlo, cambiarlo, cancelar o borrarlo en cualquier momento.',
    },
    error: {
      slot: {
        missing: 'Elija un horario',
        'not-one-of': 'Este horario ya no se puede elegir. Elija otro',
        full: 'Este horario ya está lleno. Elija otro, o marque la casilla para esperar',
      },
      safe_note: {
        'too-long': 'Acorte lo que debemos saber a 1,000 caracteres',
        'bad-characters': 'Lo que debemos saber tiene caracteres que no podemos guardar. Escríbalo de nuevo',
      },
      form_token: {
        limit:
          'Llegaron demasiadas inscripciones desde esta conexión. Espere un minuto y pulse el botón otra vez',
        'limit-today':
          'Hoy llegaron demasiadas inscripciones desde esta conexión. Inscríbase desde otra conexión o espere a mañana',
        overloaded:
          'En este momento se inscribe mucha gente. Lo que usted escribió sigue aquí: espere unos segundos y pulse el botón otra vez',
        'signing-paused':
          'Las inscripciones están en pausa, así que no se guardó nada. Lo que escribió sigue aquí: pulse el botón otra vez en unos minutos',
      },
    },
  },
};
