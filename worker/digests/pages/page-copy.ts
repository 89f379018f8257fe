import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Petition tallies for the {committee}',
  intro:
    'The verified signatures of petitions addressed to the {committee}, {council}. Each week is frozen when it is over: what stands here is what the mail said.',
  withSurveys: {
    title: 'Tallies for the {committee}',
    intro:
      'What people signed and answered, for the {committee}, {council}. Each week is frozen when it is over: what stands here is what the mail said.',
  },
  weekEnding: 'Week ending {date}',
  asOfWeek: 'As of the end of {date}, {timeZone}',
  earlier: 'This is an earlier week, as it was told then.',
  latest: 'To the latest week and the numbers of now',
  now: {
    heading: 'Now',
    since:
      '{n, plural, one {# verified signature} other {# verified signatures}} as of {instant}: {change} since that week ended.',
    none: '{n, plural, one {# verified signature} other {# verified signatures}} as of {instant}.',
    waiting: '{n, plural, =0 {None waits} one {# more waits} other {# more wait}} for confirmation.',
    first: 'The first weekly tally is made on {instant}. Until then these are the numbers as they stand.',
  },
  empty: 'No petition to this committee has opened yet.',
  trend: {
    heading: 'Week by week',
    caption: 'Verified signatures at the end of each week',
    table: 'Each week as it was told',
    week: 'Week ending',
    verified: 'Verified',
    change: 'Change',
    corrections: 'Corrected',
  },
  download: {
    heading: 'Download',
    csv: 'All weeks as CSV, for a spreadsheet',
    json: 'All weeks and the numbers of now as JSON',
    columns: 'What the columns of the CSV mean',
  },
  columns: {
    petition: 'The petition’s short name',
    title: 'Its title',
    state: 'open or closed, when the week ended',
    week: 'ISO week, such as 2026-W45',
    week_ends_on: 'The Sunday of that week',
    place:
      'A district’s code, outside, unknown, or total for the petition as a whole. The same signatures again by partner: partner:NAME, or no-partner',
    place_name: 'The same in words',
    confirmed: 'Verified signatures at the end of the week',
    change: 'Only in total rows: since the tally before',
    received: 'Only in total rows: received in all, the sum of confirmed and the five columns that follow',
    unconfirmed: 'Only in total rows: waiting for the signer to confirm',
    duplicate: 'Only in total rows: duplicates, not counted',
    flagged: 'Only in total rows: set aside for a check, not counted',
    withdrawn: 'Only in total rows: withdrawn by the signer',
    invalidated: 'Only in total rows: never confirmed, mail returned, or struck off',
    possible_duplicates: 'Only in total rows: verified signatures that share name and ZIP code with another',
    corrected: 'Only in total rows: signatures of earlier weeks that this week corrected',
  },
  link: {
    heading: 'This link',
    text: 'This page needs no password: whoever has the link can read it. If it has gone to the wrong people, replace it. The new link is mailed to the committee’s own address, and this one stops working at once.',
    button: 'Replace the link',
    working: 'Replacing the link',
    frequency: 'How often the committee gets mail',
  },
  replaced: {
    title: 'The link has been replaced',
    text: 'The new link is on its way to the address where the {committee} gets its tallies. The earlier link no longer works.',
  },
  gone: {
    title: 'This link was replaced',
    text: 'The staff page of the {committee} has a newer link. It was mailed to the committee’s own address.',
    ask: 'If you should have it, ask the committee’s office, or write to {contact}.',
    askOffice: 'If you should have it, ask the committee’s office.',
  },
  unknown: {
    title: 'This link is not complete',
    text: 'No staff page belongs to this address. Mail programs sometimes cut a long link: open it from the mail again, or copy the whole of it.',
  },
  noWeek: {
    title: 'No tally of that week',
    text: 'No tally was made for that week.',
    back: 'To the latest week',
  },
  delivery: {
    title: 'How often the {committee} gets mail',
    legend: 'Send the petition tally',
    weekly: 'Every week',
    monthly: 'Once a month',
    thresholds: 'Only when a petition reaches a threshold',
    stopped: 'Not at all',
    hints: {
      weekly: 'After each week, also when nothing changed.',
      monthly: 'The first tally of each month, with the change since the mail before.',
      thresholds: 'One mail for each threshold.',
      stopped: 'No mail about petitions any more.',
    },
    stays: 'Every weekly tally is made and stays on the staff page, whatever you choose.',
    button: 'Save this choice',
    working: 'Saving',
    error: 'Choose how often to send the tally',
    done: {
      weekly: 'Saved. The tally is mailed every week from now on.',
      monthly: 'Saved. The first tally of each month is mailed from now on.',
      thresholds: 'Saved. Mail comes only when a petition reaches a threshold.',
      stopped: 'Saved. No more mail is sent. To have it again, choose another answer here.',
    },
  },
};

export type PageWords = typeof en;

export const pageCopy: Record<Language, PageWords> = {
  en,
  es: {
    title: 'Recuentos de peticiones: {committee}',
    intro:
      'Las firmas verificadas de las peticiones dirigidas a este comité ({committee}, {council}). Cada semana queda fija cuando termina: lo que está aquí es lo que dijo el correo.',
    withSurveys: {
      title: 'Recuentos para el comité: {committee}',
      intro:
        'Lo que la gente firmó y respondió, para este comité ({committee}, {council}). Cada semana queda fija cuando termina: lo que está aquí es lo que dijo el correo.',
    },
    weekEnding: 'Semana que terminó el {date}',
    asOfWeek: 'Al final del {date}, {timeZone}',
    earlier: 'Esta es una semana anterior, tal como se comunicó entonces.',
    latest: 'A la última semana y los números de ahora',
    now: {
      heading: 'Ahora',
      since:
        'Al {instant}: {n, plural, one {# firma verificada} other {# firmas verificadas}}, {change} desde el final de esa semana.',
      none: 'Al {instant}: {n, plural, one {# firma verificada} other {# firmas verificadas}}.',
      waiting:
        '{n, plural, =0 {Ninguna está pendiente} one {# más está pendiente} other {# más están pendientes}} de confirmación.',
      first:
        'El primer recuento semanal se hace el {instant}. Hasta entonces, estos son los números actuales.',
    },
    empty: 'Todavía no se ha abierto ninguna petición dirigida a este comité.',
    trend: {
      heading: 'Semana a semana',
      caption: 'Firmas verificadas al final de cada semana',
      table: 'Cada semana, tal como se comunicó',
      week: 'Semana al',
      verified: 'Firmas',
      change: 'Cambio',
      corrections: 'Corregidas',
    },
    download: {
      heading: 'Descargar',
      csv: 'Todas las semanas en CSV, para una hoja de cálculo',
      json: 'Todas las semanas y los números de ahora en JSON',
      columns: 'Qué significan las columnas del CSV',
    },
    columns: {
      petition: 'El nombre corto de la petición',
      title: 'Su título',
      state: 'open (abierta) o closed (cerrada), al terminar la semana',
      week: 'Semana ISO, como 2026-W45',
      week_ends_on: 'El domingo de esa semana',
      place:
        'El código de un distrito, outside (fuera), unknown (desconocido) o total de la petición entera. Las mismas firmas otra vez por socio: partner:NOMBRE o no-partner',
      place_name: 'Lo mismo en palabras',
      confirmed: 'Firmas verificadas al final de la semana',
      change: 'Solo en filas de total: desde el recuento anterior',
      received:
        'Solo en filas de total: recibidas en total, la suma de las verificadas y de las cinco columnas siguientes',
      unconfirmed: 'Solo en filas de total: pendientes de que la persona confirme',
      duplicate: 'Solo en filas de total: duplicadas, no se cuentan',
      flagged: 'Solo en filas de total: apartadas para revisarlas, no se cuentan',
      withdrawn: 'Solo en filas de total: retiradas por quien firmó',
      invalidated: 'Solo en filas de total: nunca confirmadas, correo devuelto o anuladas',
      possible_duplicates:
        'Solo en filas de total: firmas verificadas que comparten nombre y código postal con otra',
      corrected: 'Solo en filas de total: firmas de semanas anteriores que se corrigieron esta semana',
    },
    link: {
      heading: 'Este enlace',
      text: 'Esta página no pide contraseña: quien tenga el enlace puede leerla. Si ha llegado a quien no debía, cámbielo. El nuevo enlace se envía a la dirección del propio comité y este deja de funcionar de inmediato.',
      button: 'Cambiar el enlace',
      working: 'Cambiando el enlace',
      frequency: 'Con qué frecuencia recibe correo el comité',
    },
    replaced: {
      title: 'El enlace ha cambiado',
      text: 'El nuevo enlace va en camino a la dirección en la que el comité recibe sus recuentos ({committee}). El enlace anterior ya no funciona.',
    },
    gone: {
      title: 'Este enlace fue cambiado',
      text: 'La página de trabajo tiene un enlace más nuevo ({committee}). Se envió a la dirección del propio comité.',
      ask: 'Si a usted le corresponde tenerlo, pídalo en la oficina del comité o escriba a {contact}.',
      askOffice: 'Si a usted le corresponde tenerlo, pídalo en la oficina del comité.',
    },
    unknown: {
      title: 'Este enlace no está completo',
      text: 'A esta dirección no corresponde ninguna página. A veces los programas de correo cortan los enlaces largos: ábralo otra vez desde el correo o cópielo entero.',
    },
    noWeek: {
      title: 'No hay recuento de esa semana',
      text: 'No se hizo ningún recuento de esa semana.',
      back: 'A la última semana',
    },
    delivery: {
      title: 'Frecuencia del correo: {committee}',
      legend: 'Enviar el recuento de la petición',
      weekly: 'Cada semana',
      monthly: 'Una vez al mes',
      thresholds: 'Solo cuando una petición alcance una meta',
      stopped: 'Nunca',
      hints: {
        weekly: 'Después de cada semana, también si nada cambió.',
        monthly: 'El primer recuento de cada mes, con el cambio desde el correo anterior.',
        thresholds: 'Un correo por cada meta.',
        stopped: 'Ningún correo más sobre peticiones.',
      },
      stays: 'Elija lo que elija, cada recuento semanal se hace y queda en la página de trabajo.',
      button: 'Guardar esta opción',
      working: 'Guardando',
      error: 'Elija con qué frecuencia se envía el recuento',
      done: {
        weekly: 'Guardado. Desde ahora el recuento se envía cada semana.',
        monthly: 'Guardado. Desde ahora se envía el primer recuento de cada mes.',
        thresholds: 'Guardado. Solo se envía correo cuando una petición alcanza una meta.',
        stopped: 'Guardado. No se envía más correo. Para volver a recibirlo, elija aquí otra opción.',
      },
    },
  },
};
