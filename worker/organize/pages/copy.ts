import type { Language } from '../../../web/language.ts';

const en = {
  home: {
    title: 'What waits',
    nothing: 'Nothing waits here.',
    next: 'New work shows up here by itself. Until then you can:',
    menuOf: 'Pages of “{campaign}”',
    none: 'You have no campaign any more. An owner can invite you again.',
    open: 'Open',
    since: 'since {date}',
    take: 'I take this',
    taking: 'Taking…',
    taken: '{email} takes care of this until {date}',
    mine: 'You take care of this until {date}',
    give: 'Give it back',
    giving: 'Giving back…',
    caption: 'The longest waiting first',
    columns: { what: 'Work', age: 'Has waited', who: 'Taken by' },
    more: 'More than {words}',
    days: '{n, plural, one {# day} other {# days}}',
    hours: '{n, plural, =0 {less than an hour} one {# hour} other {# hours}}',
    signedIn: '{email}',
  },
  numbers: {
    title: 'Numbers of the week',
    columns: { what: 'What', thisWeek: 'This week', lastWeek: 'Last week', inAll: 'In all' },
    picture: '{what}, week by week',
    week: 'Week',
    change: 'Change',
    weekOf: 'Week of {day}',
  },
  refused: {
    role: {
      title: 'Your role does not allow this',
      text: 'An owner of the campaign can give you another role.',
    },
    undo: {
      'undone-already': 'This has been undone already.',
      cannot: 'This cannot be undone.',
      'nothing-left': 'Nothing is left to undo: everything it changed has been changed again since.',
      'changed-meanwhile': 'Something has changed in the meantime. Nothing was undone; look again.',
      full: 'There is no room for it any more. Take something else away first, then undo this.',
    },
    undoTitle: 'Nothing was undone',
    changed: {
      title: 'This has changed in the meantime',
      text: 'Somebody else decided on it, or its owner changed it. Nothing was stored: look at it again.',
    },
    back: 'Back',
    home: 'To what waits',
  },
  kept: {
    'sign-in': {
      title: 'You are signed out',
      text: 'Nothing was stored. What you entered is kept on this page: sign in again in a new tab, come back to this one and send it.',
    },
    passkey: {
      title: 'Show your passkey first',
      text: 'This needs your passkey from the last 15 minutes. What you entered is kept on this page: show the passkey in a new tab, come back to this one and send it.',
    },
    again: {
      title: 'Send it now?',
      text: 'You have signed in again since you opened that page. Nothing was stored yet. What you entered is kept here.',
    },
    busy: {
      title: 'Others are saving at the same moment',
      text: 'Nothing was stored. What you entered is kept on this page: send it once more.',
    },
    links: { 'sign-in': 'Sign in (opens a new tab)', passkey: 'Show the passkey (opens a new tab)' },
    file: 'A file that you chose is not kept. Choose it once more on the page that follows.',
    send: 'Send what I entered',
    sending: 'Sending…',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    home: {
      title: 'Pendientes',
      nothing: 'Aquí no hay nada pendiente.',
      next: 'Lo nuevo aparece aquí por sí solo. Mientras tanto, usted puede:',
      menuOf: 'Páginas de «{campaign}»',
      none: 'Usted ya no tiene ninguna campaña. Una persona responsable puede invitarle otra vez.',
      open: 'Abrir',
      since: 'desde el {date}',
      take: 'Yo me encargo',
      taking: 'Anotando…',
      taken: '{email} se encarga hasta {date}',
      mine: 'Usted se encarga hasta {date}',
      give: 'Devolver',
      giving: 'Devolviendo…',
      caption: 'Primero lo que más espera',
      columns: {
        what: 'Trabajo',
        age: 'Tiempo de espera',
        who: 'A cargo de',
      },
      more: 'Más de {words}',
      days: '{n, plural, one {# día} other {# días}}',
      hours: '{n, plural, =0 {menos de una hora} one {# hora} other {# horas}}',
      signedIn: '{email}',
    },
    numbers: {
      title: 'Números de la semana',
      columns: { what: 'Qué', thisWeek: 'Esta semana', lastWeek: 'La semana pasada', inAll: 'En total' },
      picture: '{what}, semana por semana',
      week: 'Semana',
      change: 'Cambio',
      weekOf: 'Semana del {day}',
    },
    refused: {
      role: {
        title: 'Su función no lo permite',
        text: 'Una persona responsable de la campaña puede darle otra función.',
      },
      undo: {
        'undone-already': 'Esto ya se deshizo.',
        cannot: 'Esto no se puede deshacer.',
        'nothing-left': 'No queda nada por deshacer: todo lo que cambió ha vuelto a cambiar desde entonces.',
        'changed-meanwhile': 'Algo cambió mientras tanto. No se deshizo nada; mírelo otra vez.',
        full: 'Ya no queda lugar para ello. Quite primero otra cosa y después deshaga esto.',
      },
      undoTitle: 'No se deshizo nada',
      changed: {
        title: 'Esto cambió mientras tanto',
        text: 'Otra persona decidió, o su dueño lo cambió. No se guardó nada: mírelo otra vez.',
      },
      back: 'Volver',
      home: 'Ir a los pendientes',
    },
    kept: {
      'sign-in': {
        title: 'Su sesión terminó',
        text: 'No se guardó nada. Lo que usted escribió se conserva en esta página: inicie sesión en otra pestaña, vuelva a esta y envíelo.',
      },
      passkey: {
        title: 'Use primero su llave de acceso',
        text: 'Para esto hay que haber usado la llave de acceso en los últimos 15 minutos. Lo que usted escribió se conserva en esta página: use la llave en otra pestaña, vuelva a esta y envíelo.',
      },
      again: {
        title: '¿Enviarlo ahora?',
        text: 'Usted volvió a iniciar sesión después de abrir aquella página. Todavía no se guardó nada. Lo que usted escribió se conserva aquí.',
      },
      busy: {
        title: 'Otras personas están guardando en este momento',
        text: 'No se guardó nada. Lo que usted escribió se conserva en esta página: envíelo otra vez.',
      },
      links: {
        'sign-in': 'Iniciar sesión (abre otra pestaña)',
        passkey: 'Usar la llave de acceso (abre otra pestaña)',
      },
      file: 'El archivo que usted eligió no se conserva. Elíjalo otra vez en la página que sigue.',
      send: 'Enviar lo que escribí',
      sending: 'Enviando…',
    },
  },
};
