import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Tallies for the {committee}',
  intro:
    'What people signed and answered, for the {whole, select, yes {{council}} other {{committee}, {council}}}. Each week is frozen when it ends: this page shows what the mail said.',
  weekEnding: 'Week ending {date}',
  asOfWeek: 'As of the end of {date}, {timeZone}',
  earlier: 'This is an earlier week, as it was reported then.',
  latest: 'Go to the latest week and the current numbers',
  first: 'The first weekly tally is made on {instant}. Until then, these are the current numbers.',
  empty: 'Nothing has opened here yet.',
  trend: {
    heading: 'Week by week',
    week: 'Week ending',
    change: 'Change',
    corrections: 'Corrected',
    earlier: 'Earlier weeks',
    latest: 'The latest weeks',
    onPaper: 'On paper, the latest four weeks. All are on the page and in its files.',
  },
  how: 'How this is counted',
  download: {
    heading: 'Download',
    weeks: 'All weeks as CSV, for a spreadsheet',
    sources: 'All weeks by source, as CSV',
    partners: 'All weeks by partner, as CSV',
    record: 'The signed statement of this week ({slug})',
    proof: 'Proof that it is in the public log ({slug})',
    explained: 'What the columns of these files mean',
    columns: {
      week: 'ISO week, such as 2026-W45',
      week_ends_on: 'The Sunday of that week',
      kind: 'petition, survey, or what else people take part in',
      action: 'Its short name, as in its address',
      title: 'Its title',
      state: 'open or closed, when the week ended',
      place_kind:
        '{districts, select, yes {district} other {city}}, outside the city, unknown, or total for everybody',
      place:
        '{districts, select, yes {A district’s code} other {The city’s code}}, outside, unknown, or total',
      place_name: 'The same in words',
      adds_up: 'yes in rows of places: those of one week and action add up to its total row',
      confirmed: 'Verified signatures, or people who answered, at the end of the week',
      change: 'Since the tally before',
      received: 'Only in total rows: received in all, the sum of confirmed and the five columns that follow',
      unconfirmed: 'Only in total rows: waiting for the person to confirm',
      duplicate: 'Only in total rows: duplicates, not counted',
      flagged: 'Only in total rows: set aside by an organizer, not counted',
      withdrawn: 'Only in total rows: withdrawn by the person',
      invalidated: 'Only in total rows: never confirmed, mail returned, or struck off by an organizer',
      possible_duplicates:
        'Only in total rows: those that count and share name and ZIP code, or name and street, with another',
      corrected: 'Only in total rows: how many of earlier weeks this week corrected',
      paper_without_address:
        'Only in total rows: signatures on paper without an email address, a number of its own that is in no other column',
      source:
        'By source: its short name, direct, or other. The rows of one week and action add up to the total',
      source_name: 'The same in words',
      partner:
        'The partner who is credited, or no-partner. By partner, the rows of one week and action add up to the total',
      partner_name: 'The same in words',
    },
    json: 'All weeks and the current numbers as JSON',
    pages:
      'The JSON has 13 weeks and their days at a time, the latest first: “next” is the address of the weeks before them.',
  },
  link: {
    heading: 'This link',
    text: 'This page needs no password: whoever has the link can read it. If it has gone to the wrong people, replace it. The new link is mailed to the address that gets the tallies, and this one stops working at once, with the links in earlier mails.',
    button: 'Replace the link',
    working: 'Replacing the link',
    frequency: 'How often mail comes',
  },
  replaced: {
    title: 'The link has been replaced',
    text: 'The new link is on its way to the address where the {committee} gets its tallies. The earlier link no longer works.',
  },
  gone: {
    title: 'This link was replaced',
    text: 'The staff page of the {committee} has a newer link. It was mailed to the address that gets the tallies.',
    delivery:
      'The links in earlier mails to the {committee} were replaced, and this one no longer changes anything. The end of the newest mail has one that works.',
    ask: 'If you should have it, ask the office that gets the tallies, or write to {contact}.',
    askOffice: 'If you should have it, ask the office that gets the tallies.',
  },
  unknown: {
    title: 'This link is not complete',
    text: 'No staff page belongs to this address. Mail programs sometimes cut a long link: open it from the mail again, or copy the whole of it.',
  },
  noWeek: {
    title: 'No tally of that week',
    text: 'No tally was made for that week.',
    back: 'Go to the latest week',
  },
  delivery: {
    title: 'How often the {committee} gets mail',
    legend: 'Send the petition tally',
    weekly: 'Every week',
    monthly: 'Once a month',
    thresholds: 'Only when a petition reaches a threshold',
    stopped: 'Not at all',
    hints: {
      weekly: 'After each week, even when nothing changed.',
      monthly: 'The first tally of each month, with the change since the mail before.',
      thresholds: 'One mail for each threshold.',
      stopped: 'No more mail about petitions.',
    },
    told: 'The address that gets the tallies and the campaign are told of your choice by mail.',
    stays: 'Every weekly tally is made and stays on the staff page, whatever you choose.',
    button: 'Save this choice',
    working: 'Saving',
    error: 'Choose how often to send the tally',
    tooOften:
      'This was changed five times in the last 24 hours. Choose again tomorrow. If somebody else is changing it, replace the link on the staff page: the links in earlier mails then stop working.',
    done: {
      weekly: 'Saved. The tally is mailed every week from now on.',
      monthly: 'Saved. The first tally of each month is mailed from now on.',
      thresholds: 'Saved. Mail comes only when a petition reaches a threshold.',
      stopped: 'Saved. No more mail is sent. To have it again, choose another answer here.',
    },
  },
};

export type PageWords = typeof en;

export const copy: Record<Language, PageWords> = {
  en,
  es: {
    title: 'Recuentos para: {committee}',
    intro:
      'Lo que la gente firmó y respondió, para: {whole, select, yes {{council}} other {{committee}, {council}}}. Cada semana queda fija cuando termina: lo que está aquí es lo que dijo el correo.',
    weekEnding: 'Semana que terminó el {date}',
    asOfWeek: 'Al final del {date}, {timeZone}',
    earlier: 'Esta es una semana anterior, tal como se comunicó entonces.',
    latest: 'Ir a la última semana y los números actuales',
    first: 'El primer recuento semanal se hace el {instant}. Hasta entonces, estos son los números actuales.',
    empty: 'Todavía no se ha abierto nada aquí.',
    trend: {
      heading: 'Semana a semana',
      week: 'Semana al',
      change: 'Cambio',
      corrections: 'Corregidas',
      earlier: 'Semanas anteriores',
      latest: 'Las últimas semanas',
      onPaper: 'En papel, las cuatro últimas semanas. Todas están en la página y en sus archivos.',
    },
    how: 'Cómo se cuenta',
    download: {
      heading: 'Descargar',
      weeks: 'Todas las semanas en CSV, para una hoja de cálculo',
      sources: 'Todas las semanas por origen, en CSV',
      partners: 'Todas las semanas por socio, en CSV',
      record: 'La constancia firmada de esta semana ({slug})',
      proof: 'Prueba de que está en el registro público ({slug})',
      explained: 'Qué significan las columnas de estos archivos',
      columns: {
        week: 'Semana ISO, como 2026-W45',
        week_ends_on: 'El domingo de esa semana',
        kind: 'petition (petición), survey (encuesta) u otra forma de participar',
        action: 'Su nombre corto, como en su dirección',
        title: 'Su título',
        state: 'open (abierta) o closed (cerrada), al terminar la semana',
        place_kind:
          '{districts, select, yes {district (distrito)} other {city (ciudad)}}, outside (fuera de la ciudad), unknown (desconocido) o total',
        place:
          'El código de {districts, select, yes {un distrito} other {la ciudad}}, outside, unknown o total',
        place_name: 'Lo mismo en palabras',
        adds_up: 'yes en filas de lugares: las de una semana y una acción suman su fila de total',
        confirmed: 'Firmas verificadas, o personas que respondieron, al final de la semana',
        change: 'Desde el recuento anterior',
        received:
          'Solo en filas de total: recibidas en total, la suma de confirmed y de las cinco columnas siguientes',
        unconfirmed: 'Solo en filas de total: pendientes de que la persona confirme',
        duplicate: 'Solo en filas de total: duplicadas, no se cuentan',
        flagged: 'Solo en filas de total: apartadas por la organización, no se cuentan',
        withdrawn: 'Solo en filas de total: retiradas por la persona',
        invalidated:
          'Solo en filas de total: nunca confirmadas, correo devuelto o anuladas por la organización',
        possible_duplicates:
          'Solo en filas de total: las que cuentan y comparten nombre y código postal, o nombre y calle, con otra',
        corrected: 'Solo en filas de total: cuántas de semanas anteriores se corrigieron esta semana',
        paper_without_address:
          'Solo en filas de total: firmas en papel sin correo electrónico, un número aparte que no está en ninguna otra columna',
        source:
          'Por origen: su nombre corto, direct o other. Las filas de una semana y una acción suman el total',
        source_name: 'Lo mismo en palabras',
        partner:
          'El socio a quien se atribuye, o no-partner. Por socio, las filas de una semana y una acción suman el total',
        partner_name: 'Lo mismo en palabras',
      },
      json: 'Todas las semanas y los números actuales en JSON',
      pages:
        'El JSON da 13 semanas con sus días por vez, empezando por las últimas: «next» es la dirección de las semanas anteriores.',
    },
    link: {
      heading: 'Este enlace',
      text: 'Esta página no pide contraseña: quien tenga el enlace puede leerla. Si ha llegado a quien no debía, cámbielo. El nuevo enlace se envía a la dirección que recibe los recuentos y este deja de funcionar de inmediato, igual que los enlaces de correos anteriores.',
      button: 'Cambiar el enlace',
      working: 'Cambiando el enlace',
      frequency: 'Con qué frecuencia llega el correo',
    },
    replaced: {
      title: 'El enlace ha cambiado',
      text: 'El nuevo enlace va en camino a la dirección que recibe los recuentos ({committee}). El enlace anterior ya no funciona.',
    },
    gone: {
      title: 'Este enlace fue cambiado',
      text: 'La página de trabajo tiene un enlace más nuevo ({committee}). Se envió a la dirección que recibe los recuentos.',
      delivery:
        'Los enlaces de los correos anteriores ({committee}) fueron cambiados y este ya no cambia nada. Al final del correo más reciente hay uno que funciona.',
      ask: 'Si a usted le corresponde tenerlo, pídalo en la oficina que recibe los recuentos o escriba a {contact}.',
      askOffice: 'Si a usted le corresponde tenerlo, pídalo en la oficina que recibe los recuentos.',
    },
    unknown: {
      title: 'Este enlace no está completo',
      text: 'A esta dirección no corresponde ninguna página. A veces los programas de correo cortan los enlaces largos: ábralo otra vez desde el correo o cópielo entero.',
    },
    noWeek: {
      title: 'No hay recuento de esa semana',
      text: 'No se hizo ningún recuento de esa semana.',
      back: 'Ir a la última semana',
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
      told: 'Su elección se comunica por correo a la dirección que recibe los recuentos y a la campaña.',
      stays: 'Elija lo que elija, cada recuento semanal se hace y queda en la página de trabajo.',
      button: 'Guardar esta opción',
      working: 'Guardando',
      error: 'Elija con qué frecuencia se envía el recuento',
      tooOften:
        'Esto se cambió cinco veces en las últimas 24 horas. Elija de nuevo mañana. Si otra persona lo está cambiando, cambie el enlace en la página de trabajo: los enlaces de correos anteriores dejan entonces de funcionar.',
      done: {
        weekly: 'Guardado. Desde ahora el recuento se envía cada semana.',
        monthly: 'Guardado. Desde ahora se envía el primer recuento de cada mes.',
        thresholds: 'Guardado. Solo se envía correo cuando una petición alcanza una meta.',
        stopped: 'Guardado. No se envía más correo. Para volver a recibirlo, elija aquí otra opción.',
      },
    },
  },
};
